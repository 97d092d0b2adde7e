// SPDX-License-Identifier: MIT
using System;
using System.Threading;
using Bulkhead.Native;

namespace Bulkhead.Suite.Synchronization;

/// <summary>Periodic tasks keep their times, count what they miss, and end when they are told.
/// </summary>
internal static class PeriodTests
{
    private const int Releases = 20;
    private const ulong Period = 2_000_000;

    private static int s_count;
    private static ulong s_missed;
    private static ulong s_latest;
    private static int s_wrong;

    internal static void Run(ref RecordWriter records)
    {
        Every(_ => { });
        records.Equal("period"u8, "releases"u8, Releases, (ulong)s_count);
        records.Equal("period"u8, "missed"u8, 0, s_missed);
        records.Equal("period"u8, "wrong-times"u8, 0, (ulong)s_wrong);
        records.That("period"u8, "soon"u8, s_latest < Period / 4);
        Every(release =>
        {
            if (release.Number == 3) Crew.Compute(5_000);
        });
        records.Equal("period"u8, "late-body-misses"u8, 1, s_missed);
        records.That("period"u8, "memory-stays"u8, Grows() == 0);
    }

    private static void Every(Action<Release> body)
    {
        using CancellationTokenSource stop = new();
        s_count = 0;
        s_missed = 0;
        s_latest = 0;
        s_wrong = 0;
        Thread thread = Crew.Start(Crew.High, () => PeriodicTask.Every(
            2.Milliseconds(),
            release =>
            {
                s_latest = Math.Max(s_latest, Instant.Now.Since(release.Due));
                s_missed += release.MissedCount;
                if (release.Due.Nanoseconds % Period != Period / 2) s_wrong++;
                body(release);
                if (++s_count == Releases) stop.Cancel();
            },
            1.Milliseconds(), stop.Token));
        thread.Join();
    }

    // Each release makes a text; in tier 1 it is gone with the scope.
    private static long Grows()
    {
        using CancellationTokenSource stop = new();
        int count = 0;
        long before = 0, after = 0;
        Thread thread = Crew.Start(Crew.High, () => PeriodicTask.Every(
            1.Milliseconds(),
            release =>
            {
                if (count == 2) before = MemoryUse.Used;
                string text = $"release {release.Number} of {count}";
                if (text.Length > 8 && ++count == Releases) stop.Cancel();
                after = MemoryUse.Used;
            },
            default, stop.Token));
        thread.Join();
        // In tier 2 the heap is far from half full: nothing is collected.
        return MemoryUse.ScopeSize == 0 ? 0 : after - before;
    }
}
