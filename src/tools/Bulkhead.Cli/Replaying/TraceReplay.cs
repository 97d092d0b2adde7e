// SPDX-License-Identifier: MIT
using System.Diagnostics;
using Bulkhead.Simulation.Replay;

namespace Bulkhead.Cli.Replaying;

/// <summary>Replays a trace that was kept, on the host's kernel, for a debugger to watch.</summary>
public static class TraceReplay
{
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(200);

    /// <summary>Replays a trace and compares every outcome and hash that it holds.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="breakAt">Stop in the debugger before this event; null: do not stop.</param>
    /// <param name="say">Tells what is waited for.</param>
    /// <returns>The first difference in words; null: none.</returns>
    public static string? Run(ReplayTrace trace, int? breakAt, Action<string> say) =>
        HostReplay.Verify(trace, index =>
        {
            if (index == breakAt) Break(trace, index, say);
        });

    private static void Break(ReplayTrace trace, int index, Action<string> say)
    {
        if (!Debugger.IsAttached)
        {
            Debugger.Launch();
            say($"before event {index} ({trace.Steps[index].Event}): attach a .NET debugger to "
                + $"process {Environment.ProcessId}");
        }
        while (!Debugger.IsAttached) Thread.Sleep(s_poll);
        // Step into what follows: ReplayWorld.Apply enters the kernel as the processor does.
        Debugger.Break();
    }
}
