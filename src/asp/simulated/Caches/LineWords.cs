// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace Bulkhead.Asp.Simulated.Caches;

/// <summary>The words of a cache line.</summary>
[InlineArray(Count)]
internal struct LineWords
{
    internal const int Count = 8;
    internal const ulong Bytes = 64;

    private ulong _element;
}
