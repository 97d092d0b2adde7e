// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Replay;

namespace Bulkhead.Simulation.Tests.Replay;

/// <summary>Traces to test with, over the image that every simulation boots.</summary>
internal static class Traces
{
    internal static readonly FollowerPlace Follower = new(
        NativeLayout.Program + 0x100, NativeLayout.Program + 0x180, NativeLayout.Program + 0x190,
        NativeLayout.Program + 0x198, NativeLayout.Program + 0x200, NativeLayout.Program + 0x1000,
        NativeLayout.Program + 0x1010, NativeLayout.Program + 0x1020, NativeLayout.Program + 0x1080,
        NativeLayout.Program + 0x400, NativeLayout.Program + 0x1090);

    internal static BootTables Tables => BootTables.Of(new BootImage().ToBytes());

    internal static ReplayTrace Generate(ulong seed, int events = 80) =>
        TraceGenerator.Generate(Tables, Follower, seed, events);

    /// <summary>The trace with one step replaced.</summary>
    internal static ReplayTrace With(
        this ReplayTrace trace, int index, Func<ReplayStep, ReplayStep> change)
    {
        List<ReplayStep> steps = [.. trace.Steps];
        steps[index] = change(steps[index]);
        return trace with { Steps = steps };
    }
}
