// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace Bulkhead.Suite.Native;

/// <summary>What a thread of threads.S shares with the tester; the words' meaning is told there.
/// </summary>
[InlineArray(Count)]
public struct Block
{
    /// <summary>Number of words: enough for the spinner's registers.</summary>
    public const int Count = 100;

    private ulong _element;
}
