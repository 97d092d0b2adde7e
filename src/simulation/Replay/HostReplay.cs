// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Replay;

/// <summary>A trace as the simulation replays it: what the target is given, and what it is held
/// against.</summary>
public sealed class HostReplay
{
    private readonly List<byte[]> _entries = [];
    private readonly List<Outcome?> _outcomes = [];

    private HostReplay()
    {
    }

    /// <summary>The list for the target, an entry of <see cref="ReplayLayout.EntryBytes"/> for each
    /// event that somebody does. The first the target does by itself, and time passes by itself
    /// while nothing runs.</summary>
    public IReadOnlyList<byte[]> Entries => _entries;

    /// <summary>What each event led to, the first included; null when nothing ran after
    /// it.</summary>
    public IReadOnlyList<Outcome?> Outcomes => _outcomes;

    /// <summary>The state after the last event.</summary>
    public CanonicalState State { get; private set; } = null!;

    /// <summary>The context that runs after the last event.</summary>
    public Link<ExecutionContext> Current { get; private set; }

    /// <summary>Replays a trace.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="count">How many of its events, at least 1.</param>
    /// <param name="before">Called before each event with its index; may stop a
    /// debugger.</param>
    /// <returns>What it came to.</returns>
    /// <exception cref="FormatException">An event does not fit what runs.</exception>
    public static HostReplay Run(ReplayTrace trace, int count, Action<int>? before = null)
    {
        using ReplayWorld world = new(trace.Tables, trace.Follower);
        HostReplay replay = new();
        for (int index = 0; index < count; index++)
        {
            before?.Invoke(index);
            replay.Add(world, trace.Steps[index], index);
        }
        replay.State = CanonicalState.Of(
            world.Machine.StateBytes, SimulatedMachine.StateBase, world.Current);
        replay.Current = world.Current;
        return replay;
    }

    /// <summary>Replays a trace and holds it against what it says itself.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="before">Called before each event with its index; may stop a
    /// debugger.</param>
    /// <returns>The first difference in words; null: none.</returns>
    public static string? Verify(ReplayTrace trace, Action<int>? before = null)
    {
        using ReplayWorld world = new(trace.Tables, trace.Follower);
        for (int index = 0; index < trace.Steps.Count; index++)
        {
            ReplayStep step = trace.Steps[index];
            before?.Invoke(index);
            if (!world.Apply(step.Event)) return $"event {index} ({step.Event}) does not fit";
            // The first event is the root's own; its outcome is not noted on the target.
            string? difference = index == 0 ? null : TraceComparison.Compare(
                $"event {index} ({step.Event})", step.Outcome, world.Outcome, "trace");
            if (difference is not null) return difference;
            if (step.Hash is ulong hash && hash != world.Hash)
            {
                return $"after event {index} ({step.Event}) the state's hash is {world.Hash:x}, "
                    + $"{hash:x} in the trace";
            }
        }
        return null;
    }

    private void Add(ReplayWorld world, ReplayStep step, int index)
    {
        if (index > 0 && !world.Current.IsNone) _entries.Add(EntryOf(world, step));
        if (!world.Apply(step.Event))
        {
            throw new FormatException($"event {index} ({step.Event}) does not fit what runs");
        }
        _outcomes.Add(world.Current.IsNone ? null : world.Outcome);
    }

    private static byte[] EntryOf(ReplayWorld world, ReplayStep step)
    {
        byte[] entry = new byte[ReplayLayout.EntryBytes];
        TargetCommand command = TargetCommand.Of(
            step.Event, in world.Current.In(ref world.State), world.Machine.Clock.Ticks);
        command.Write(entry);
        return entry;
    }
}
