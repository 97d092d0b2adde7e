// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Abi;

namespace Bulkhead.Native;

/// <summary>The inline words of a message.</summary>
[InlineArray(Limits.InlineWords)]
public struct MessageWords
{
    private ulong _element;
}
