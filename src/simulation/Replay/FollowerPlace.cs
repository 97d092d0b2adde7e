// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Replay;

/// <summary>Addresses in the target's follower program, from its symbols.</summary>
/// <param name="Follow">Where every thread and every portal enters (<c>replay_follow</c>).</param>
/// <param name="Load">The instruction that reads memory (<c>replay_load</c>).</param>
/// <param name="Break">The breakpoint instruction (<c>replay_break</c>).</param>
/// <param name="Undefined">The undefined instruction (<c>replay_undefined</c>).</param>
public readonly record struct FollowerPlace(
    ulong Follow, ulong Load, ulong Break, ulong Undefined);
