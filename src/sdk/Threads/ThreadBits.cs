// SPDX-License-Identifier: MIT
using System.Threading;

namespace Bulkhead.Threads;

/// <summary>Bits that several threads change.</summary>
internal static class ThreadBits
{
    /// <summary>Sets a bit; a full barrier.</summary>
    /// <param name="bits">The bits.</param>
    /// <param name="number">Its number.</param>
    internal static void Set(ref ulong bits, uint number)
    {
        ulong seen = Volatile.Read(ref bits);
        while (true)
        {
            ulong held = Interlocked.CompareExchange(
                ref bits, seen | (1ul << (int)number), seen);
            if (held == seen) return;
            seen = held;
        }
    }

    /// <summary>Clears a bit; a full barrier.</summary>
    /// <param name="bits">The bits.</param>
    /// <param name="number">Its number.</param>
    internal static void Clear(ref ulong bits, uint number)
    {
        ulong seen = Volatile.Read(ref bits);
        while (true)
        {
            ulong held = Interlocked.CompareExchange(
                ref bits, seen & ~(1ul << (int)number), seen);
            if (held == seen) return;
            seen = held;
        }
    }
}
