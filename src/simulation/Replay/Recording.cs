// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Replay;

/// <summary>A trace whose events the target draws: the host makes the system that it begins with
/// and the menu, and puts together what the target did.</summary>
public sealed class Recording
{
    private readonly ReplayTrace _opening;

    private Recording(ReplayTrace opening, IReadOnlyList<byte[]> menu)
    {
        _opening = opening;
        Menu = menu;
        Opening = HostReplay.Run(opening, opening.Steps.Count);
    }

    /// <summary>The events that the host chooses.</summary>
    public HostReplay Opening { get; }

    /// <summary>What the target chooses from, entries of
    /// <see cref="ReplayLayout.MenuEntryBytes"/>.</summary>
    public IReadOnlyList<byte[]> Menu { get; }

    /// <summary>The seed, also of the target's random numbers.</summary>
    public ulong Seed => _opening.Seed;

    /// <summary>Begins a recording.</summary>
    /// <param name="tables">What is booted.</param>
    /// <param name="follower">Where the follower's code is.</param>
    /// <param name="seed">Same seed, same system at the beginning.</param>
    /// <returns>The recording.</returns>
    public static Recording Begin(BootTables tables, FollowerPlace follower, ulong seed)
    {
        using TraceBuilder builder = new(tables, follower, seed);
        TraceOpening opening = new(builder, new TraceRandom(seed), hasGuest: false);
        opening.Build();
        return new Recording(
            builder.ToTrace(), new RecordingMenu(opening, builder.World).Entries);
    }

    /// <summary>Makes the trace of what the target did.</summary>
    /// <param name="entries">The list's entries behind those of the host.</param>
    /// <param name="outcomes">What each event led to, as the target noted it: entry n what event n
    /// did, the root's own mapping included; one less than events when the machine became
    /// idle.</param>
    /// <param name="state">The kernel's state at the end.</param>
    /// <param name="stateBase">Its host-physical address.</param>
    /// <returns>The trace.</returns>
    public ReplayTrace Finish(
        IReadOnlyList<byte[]> entries, IReadOnlyList<Outcome> outcomes, byte[] state,
        ulong stateBase)
    {
        List<ReplayStep> steps = [_opening.Steps[0] with { Hash = null }];
        int openingCount = _opening.Steps.Count;
        for (int index = 1; index < openingCount + entries.Count; index++)
        {
            steps.Add(new ReplayStep(
                index < openingCount ? _opening.Steps[index].Event
                    : TargetCommand.Read(entries[index - openingCount]),
                index < outcomes.Count ? outcomes[index] : default,
                null));
        }
        Outcome last = steps[^1].Outcome;
        CanonicalState canonical = CanonicalState.Of(
            state, stateBase, FindRunning(state, last[Outcome.StackPointer]));
        steps[^1] = steps[^1] with { Hash = canonical.Hash };
        return _opening with { Steps = steps };
    }

    // Whoever runs is ready and has the stack that was noted; nobody runs when none was.
    private static Link<ExecutionContext> FindRunning(byte[] bytes, ulong stackPointer)
    {
        ref KernelState state = ref MemoryMarshal.AsRef<KernelState>(bytes.AsSpan());
        foreach (ref ExecutionContext context in state.Contexts)
        {
            bool isIt = context.Frame[RegisterFrame.StackPointer] == stackPointer
                && context.State == ContextState.Ready && stackPointer != 0;
            if (isIt) return context.Self;
        }
        return default;
    }
}
