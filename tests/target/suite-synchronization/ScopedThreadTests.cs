// SPDX-License-Identifier: MIT
using System.Threading;
using Bulkhead.Native;

namespace Bulkhead.Suite.Synchronization;

/// <summary>In tier 1 a thread that was made in a scope cannot be started, and the declared thread
/// is free as before.</summary>
internal static class ScopedThreadTests
{
    private static int s_runCount;

    internal static void Run(ref RecordWriter records)
    {
        bool isScoped = MemoryUse.ScopeSize != 0;
        s_runCount = 0;
        records.That("scoped-thread"u8, "refused"u8, IsRefused() == isScoped);
        records.That("scoped-thread"u8, "refused-again"u8, IsRefused() == isScoped);
        records.That("scoped-thread"u8, "declared-thread-is-free"u8,
            Crew.Start(Crew.Low, Count).Join(Crew.Patience));
        records.Equal(
            "scoped-thread"u8, "runs"u8, isScoped ? 1u : 3u, (ulong)Volatile.Read(ref s_runCount));
    }

    private static bool IsRefused()
    {
        using Scope scope = Scope.Enter();
        Thread thread = new(Count) { Name = Crew.Low };
        try
        {
            thread.Start();
            thread.Join(Crew.Patience);
            return false;
        }
        catch (AssignmentException)
        {
            return thread.ThreadState == ThreadState.Unstarted;
        }
    }

    private static void Count() => Interlocked.Increment(ref s_runCount);
}
