// SPDX-License-Identifier: MIT
using System.Threading;
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Exploration;

/// <summary>What the workers of an exploration share.</summary>
/// <param name="configuration">What they explore.</param>
/// <param name="mergeShare">See <see cref="MergeCheck"/>.</param>
internal sealed class ExplorationSearch(ExplorationConfiguration configuration, int mergeShare)
{
    private readonly Lock _lock = new();
    private long _transitions;
    private volatile bool _isStopped;

    internal ExplorationConfiguration Configuration { get; } = configuration;

    internal VisitedSet Visited { get; } = new();

    internal PathTable Paths { get; } = new();

    internal MergeCheck Merges { get; } = new(mergeShare);

    internal ExplorationFailure? Failure { get; private set; }

    internal long Transitions => Volatile.Read(ref _transitions);

    /// <summary>Whether the workers shall leave off.</summary>
    internal bool IsStopped
    {
        get => _isStopped;
        set => _isStopped = value;
    }

    internal void AddTransitions(int count) => Interlocked.Add(ref _transitions, count);

    /// <summary>Notes what is broken and stops the search; the first one counts.</summary>
    /// <param name="number">The state before; -1: the setup itself.</param>
    /// <param name="action">What broke it.</param>
    /// <param name="message">What does not hold.</param>
    internal void Fail(int number, int action, string message)
    {
        lock (_lock)
        {
            _isStopped = true;
            if (Failure is not null) return;
            List<SimulationEvent> events = [.. Configuration.Setup];
            if (number >= 0) Follow([.. Paths.PathTo(number), action], events);
            Failure = new ExplorationFailure(
                Configuration.Name, message, Configuration.Setup.Count, events);
        }
    }

    // Times that count from now become absolute on the way.
    private void Follow(List<int> path, List<SimulationEvent> events)
    {
        using ExplorationSite site = new(Configuration);
        foreach (int index in path)
        {
            ExplorationAction action = Configuration.Actions[index];
            events.Add(action.At(site.World.Machine.Clock.Ticks));
            if (events.Count < Configuration.Setup.Count + path.Count) site.Apply(in action);
        }
    }
}
