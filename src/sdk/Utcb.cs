// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;

namespace Bulkhead.Native;

/// <summary>
/// The calling thread's message page: words beyond the eight inline ones. A call sends from it and
/// the reply arrives in it; in a portal method it holds what the caller sent.
/// </summary>
public static class Utcb
{
    /// <summary>The page, <see cref="MessageDescriptor.WordsMax"/> words.</summary>
    public static Span<ulong> Words => Native.UtcbWords();

    /// <summary>The page as bytes in memory order.</summary>
    public static Span<byte> Bytes => Native.AsBytes(Native.UtcbWords());
}
