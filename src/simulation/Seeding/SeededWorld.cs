// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Events;
using Bulkhead.Simulation.Invariants;
using Bulkhead.Simulation.Programs;
using Bulkhead.Simulation.Running;
using Bulkhead.Simulation.Systems;

namespace Bulkhead.Simulation.Seeding;

/// <summary>One seed on a kernel that may be wrong.</summary>
internal sealed class SeededWorld(ulong seed, int eventsMax)
{
    private readonly EventGenerator _generator = new();
    private readonly List<SimulationEvent> _events = [];
    private byte[] _end = [];

    /// <summary>Events that happened.</summary>
    internal int EventCount => _events.Count;

    /// <summary>Runs the seed.</summary>
    /// <returns>What does not hold; null: all holds.</returns>
    internal InvariantException? Run(bool isFull, int only)
    {
        World? world = null;
        try
        {
            SystemShape shape = _generator.Begin(seed);
            world = shape.Boot();
            _generator.Plan(world);
            InvariantChecker checker = new(world) { Only = only };
            CheckDepth depth = isFull ? CheckDepth.Full : CheckDepth.Quick;
            checker.Check(world.Current, CheckDepth.Full);
            while (_events.Count < eventsMax && !_generator.IsDead)
            {
                _generator.Next(world, out SimulationEvent value);
                _events.Add(value);
                world.Apply(in value);
                checker.Check(world.Current, depth);
            }
            checker.Check(world.Current, CheckDepth.Full);
            _end = world.Machine.StateBytes.ToArray();
            return null;
        }
        catch (Exception exception)
        {
            return InvariantChecker.Explain(exception);
        }
        finally
        {
            world?.Dispose();
        }
    }

    /// <summary>Applies the same events again.</summary>
    /// <returns>What does not hold when the end is another one; null: it is the same.</returns>
    internal InvariantException? Repeat()
    {
        using World world = _generator.Begin(seed).Boot();
        try
        {
            foreach (SimulationEvent value in _events) world.Apply(in value);
        }
        catch (Exception exception)
        {
            return new InvariantException([37], $"the second run ends with {exception.Message}");
        }
        int same = world.Machine.StateBytes.CommonPrefixLength(_end);
        return same == _end.Length ? null
            : new InvariantException([37], $"two runs differ in byte {same:x}");
    }
}
