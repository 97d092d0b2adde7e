// SPDX-License-Identifier: MIT
using System.Threading;

namespace Bulkhead.FeatureZoo;

internal static class AtomicAnimals
{
    private static int _small;
    private static ulong _large;
    private static bool _flag;
    private static volatile uint _field;

    internal static void Run(ref ZooReport report, ulong seed)
    {
        _small = (int)seed;
        _large = seed;
        report.Line("increment"u8, (ulong)Interlocked.Increment(ref _small));
        report.Line("decrement"u8, Interlocked.Decrement(ref _large));
        report.Line("add"u8, Interlocked.Add(ref _large, 1ul << 40));
        report.Line("exchange"u8, (ulong)Interlocked.Exchange(ref _small, 12));
        report.Line("compare hit"u8, (ulong)Interlocked.CompareExchange(ref _small, 13, 12));
        report.Line("compare miss"u8, (ulong)Interlocked.CompareExchange(ref _small, 14, 12));
        report.Line("or"u8, Interlocked.Or(ref _large, 0xF0));
        report.Line("and"u8, Interlocked.And(ref _large, 0xFF));
        report.Line("read"u8, Interlocked.Read(ref _large));
        Volatile.Write(ref _large, seed * 5);
        report.Line("volatile"u8, Volatile.Read(ref _large));
        Volatile.Write(ref _flag, seed == 3);
        report.Line("volatile bool"u8, Volatile.Read(ref _flag));
        _field = (uint)seed;
        Interlocked.MemoryBarrier();
        report.Line("volatile field"u8, _field);
    }
}
