// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Replay;

/// <summary>Addresses in the target's follower program, from its symbols.</summary>
/// <param name="Follow">Where every thread and every portal enters (<c>replay_follow</c>).</param>
/// <param name="Load">The instruction that reads memory (<c>replay_load</c>).</param>
/// <param name="Break">The breakpoint instruction (<c>replay_break</c>).</param>
/// <param name="Undefined">The undefined instruction (<c>replay_undefined</c>).</param>
/// <param name="Calls">The first of the hypercall instructions, one every
/// <see cref="CallBytes"/> (<c>replay_calls</c>).</param>
public readonly record struct FollowerPlace(
    ulong Follow, ulong Load, ulong Break, ulong Undefined, ulong Calls)
{
    /// <summary>Number of addresses.</summary>
    public const int Count = 5;

    /// <summary>Bytes from one hypercall instruction to the next.</summary>
    public const ulong CallBytes = 8;
}
