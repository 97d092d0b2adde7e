// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Replay;

/// <summary>The mappings that a domain needs so that its threads and virtual CPUs can follow a
/// list.</summary>
internal static class FollowerMaps
{
    /// <summary>The mappings for threads, or for virtual CPUs, as hypercalls of the root.</summary>
    /// <param name="world">The world.</param>
    /// <param name="domain">The root's selector of the domain.</param>
    /// <param name="isVcpu">Whether it is a virtual CPU that follows.</param>
    internal static SimulationEvent[] For(ReplayWorld world, ulong domain, bool isVcpu) =>
        [isVcpu ? Guest(world, domain) : Code(world, domain), Region(world, domain)];

    private static SimulationEvent Code(ReplayWorld world, ulong domain)
    {
        BootTables tables = world.Tables;
        return SimulationEvent.Call(
            Hypercall.Map, domain, Selectors.BootSegments, tables.Code.ImageOffset,
            tables.Code.Address, tables.Code.MemoryBytes,
            (ulong)(MemoryAccess.Read | MemoryAccess.Execute));
    }

    private static SimulationEvent Guest(ReplayWorld world, ulong domain)
    {
        BootTables tables = world.Tables;
        return SimulationEvent.Call(
            Hypercall.Map, domain, Selectors.BootSegments,
            tables.Code.ImageOffset + (world.Follower.Guest - tables.Code.Address),
            FollowerPlace.GuestAddress, Limits.PageBytes,
            (ulong)(MemoryAccess.Read | MemoryAccess.Execute));
    }

    private static SimulationEvent Region(ReplayWorld world, ulong domain) =>
        SimulationEvent.Call(
            Hypercall.Map, domain, world.Tables.RegionSelector, 0, ReplayLayout.Region,
            ReplayLayout.RegionBytes, (ulong)ReplayWorld.FullAccess);
}
