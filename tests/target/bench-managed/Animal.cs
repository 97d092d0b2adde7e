// SPDX-License-Identifier: MIT
namespace Bulkhead.BenchManaged;

/// <summary>Calls on it are virtual.</summary>
internal abstract class Animal
{
    /// <summary>A number.</summary>
    internal abstract int Legs(int seen);
}
