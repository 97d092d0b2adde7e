// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Campaigns;
using Bulkhead.Simulation.Events;
using Bulkhead.Simulation.Programs;

namespace Bulkhead.Simulation.Replay;

/// <summary>The events that a simulation applies to its system.</summary>
/// <param name="Seed">The seed that they were drawn with.</param>
/// <param name="Shape">The system.</param>
/// <param name="Events">The events.</param>
public sealed record SimulationList(
    ulong Seed, SystemShape Shape, IReadOnlyList<SimulationEvent> Events)
{
    /// <summary>Seeds whose systems have one CPU: on one the target follows a list.</summary>
    /// <param name="first">The first that is looked at.</param>
    /// <returns>Seeds without end.</returns>
    public static IEnumerable<ulong> SeedsFrom(ulong first)
    {
        EventGenerator generator = new();
        for (ulong seed = first; ; seed++)
        {
            if (generator.Begin(seed).CpuCount == 1) yield return seed;
        }
    }

    /// <summary>The list that <c>simulate --seed</c> applies.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="count">Most events; fewer when nothing runs any more.</param>
    /// <returns>The list.</returns>
    public static SimulationList Draw(ulong seed, int count)
    {
        EventGenerator generator = new();
        SystemShape shape = generator.Begin(seed);
        using World world = shape.Boot();
        generator.Plan(world);
        List<SimulationEvent> events = [];
        while (events.Count < count && !generator.IsDead)
        {
            generator.Next(world, out SimulationEvent value);
            world.Apply(in value);
            events.Add(value);
        }
        return new SimulationList(seed, shape, events);
    }

    /// <summary>The list of a failure that <c>simulate</c> kept.</summary>
    /// <param name="failure">The failure.</param>
    /// <returns>The list.</returns>
    public static SimulationList Of(Failure failure) =>
        new(failure.Seed, failure.Shape, failure.Events);
}
