// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Managed;

/// <summary>An object that leads to another.</summary>
internal sealed class Node
{
    internal Node? Next;
    internal int Value;
}
