// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Abi;

namespace Bulkhead.Kernel.Communication;

/// <summary>The inline words of a message that the kernel itself sends.</summary>
[InlineArray(Limits.InlineWords)]
public struct MessageWords
{
    private ulong _element;
}
