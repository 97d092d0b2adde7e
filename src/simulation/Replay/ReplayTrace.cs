// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Replay;

/// <summary>A trace: what was booted, what happened, and what it led to. The first step is the
/// root's own mapping of the region.</summary>
/// <param name="Tables">What was booted.</param>
/// <param name="Follower">Where the follower's code is.</param>
/// <param name="Seed">The seed that the events were drawn with.</param>
/// <param name="Steps">The events.</param>
public sealed record ReplayTrace(
    BootTables Tables, FollowerPlace Follower, ulong Seed, IReadOnlyList<ReplayStep> Steps);
