// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Events;
using static Bulkhead.Simulation.Exploration.Configurations.SystemScript;

namespace Bulkhead.Simulation.Exploration.Configurations;

/// <summary>Two domains with three slots each: every derivation tree over them, made by
/// delegation with every subset of rights, taken back and dropped in every way.</summary>
internal static class CapabilitiesConfiguration
{
    private const ulong Slot = 16;
    private const ulong Peer = 20;
    private const ulong PeerThread = 21;
    private const ulong PeerTime = 22;
    private const ulong Neighbour = 20;
    private const ulong PeerTag = 1 << 1;
    private const Rights UpAndDown = Rights.SemaphoreAll;

    internal static ExplorationConfiguration Create(int managerSlots, int peerSlots)
    {
        SystemScript script = new();
        script
            .Do(Domain(Peer, 8, 2), Thread(PeerThread, Peer, 1), Run(PeerTime, PeerThread))
            .Do(Give(Peer, Peer, Neighbour + 1, Rights.DomainCreate))
            .Do(Give(Selectors.OwnDomain, Peer, Neighbour, Rights.DomainDelegate));
        Act(script, Manager, managerSlots, Peer, peerSlots);
        Act(script, PeerTag, peerSlots, Neighbour, managerSlots);
        script.May(Anybody, Yield);
        return new ExplorationConfiguration
        {
            Name = "capabilities",
            Summary = $"2 domains, {managerSlots} and {peerSlots} slots, semaphores",
            Setup = script.Setup,
            Actions = script.Actions,
            Size = new FootprintSize { Contexts = 3, Domains = 2, Portals = 1, Semaphores = 7,
                SchedulingContexts = 3, Utcbs = 3, Mappings = 8, Segments = 5, Tables = 10,
                Selectors = 24 },
            IsClosed = true,
        };
    }

    private static void Act(
        SystemScript script, ulong threads, int ownSlots, ulong other, int otherSlots)
    {
        for (ulong slot = Slot; slot < Slot + (ulong)ownSlots; slot++)
        {
            script.May(threads, Semaphore(slot, 0), Destroy(slot), TakeBack(slot));
            foreach (Rights rights in (Rights[])[Rights.SemaphoreUp, UpAndDown])
            {
                Delegate(script, threads, slot, 0, ownSlots, rights);
                Delegate(script, threads, slot, other, otherSlots, rights);
            }
        }

        script.May(threads, SimulationEvent.Call(Hypercall.Discard, Slot));
        script.May(threads, Give(Slot, 0, Slot + 1, Rights.None), Give(Slot, 0, 0, UpAndDown),
            Give(Slot, 0, Limits.SelectorsMax, UpAndDown), Give(Slot, Slot, Slot, UpAndDown));
    }

    private static void Delegate(
        SystemScript script, ulong threads, ulong slot, ulong domain, int count, Rights rights)
    {
        for (ulong target = Slot; target < Slot + (ulong)count; target++)
        {
            if (domain != 0 || target != slot)
            {
                script.May(threads, Give(slot, domain, target, rights));
            }
        }
    }
}
