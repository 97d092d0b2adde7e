// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I26.</summary>
internal sealed class FlowsByCapability : KernelInvariant
{
    private readonly ulong[] _counts = new ulong[KernelState.SemaphoresMax];
    private readonly uint[] _incoming = new uint[KernelState.SemaphoresMax];
    private readonly Link<ExecutionContext>[] _last =
        new Link<ExecutionContext>[KernelState.SemaphoresMax];
    private Link<Semaphore> _awaited;

    internal override int Number => 26;

    internal override string Sentence =>
        "Only channels of the capability graph carry data: a hypercall reaches another thread's "
        + "server, a semaphore or a virtual CPU only through a capability of the caller's with the "
        + "right for it.";

    internal override string LooksAt => "callers of servers, semaphores, now and at the last check";

    internal override bool HasMemory => true;

    internal override void Check(Inspection at)
    {
        if (!at.IsOneHypercall || !at.IsLive(at.Earlier.Running)) return;
        Hypercall number = (Hypercall)at.Event.Detail;
        if (number is Hypercall.Revoke or Hypercall.Discard or Hypercall.Stop
            or Hypercall.CreateSemaphore) return;
        CheckServers(at);
        CheckSemaphores(at, number);
    }

    internal override void Remember(Inspection at)
    {
        foreach (int index in at.Changes.Semaphores)
        {
            ref Semaphore row = ref at.State.Semaphores[index];
            _counts[index] = row.Count;
            _incoming[index] = row.Incoming;
            _last[index] = row.LastWaiter;
        }
        // Raised when the schedule that was asked for begins.
        _awaited = at.State.ScheduleSemaphore;
    }

    private static void CheckServers(Inspection at)
    {
        if (!at.Changes.HaveLinks) return;
        ref KernelState state = ref at.State;
        foreach (int index in at.Changes.Contexts)
        {
            ref ExecutionContext server = ref state.Contexts[index];
            bool isReached = server.Caller == at.Earlier.Running
                && at.Earlier[index].Caller != server.Caller
                && server.Caller.In(ref state).CallsPortal;
            if (!isReached) continue;
            bool holds = at.Holds(Rights.PortalCall, 0, out Link<ObjectHeader> found);
            That(holds, "a server was called without a capability");
            ref Portal portal = ref found.Reinterpret<Portal>().In(ref state);
            That(portal.Server == server.Self && portal.ServerKey == server.Key,
                "a portal led to another server than its own");
        }
    }

    private void CheckSemaphores(Inspection at, Hypercall number)
    {
        ref KernelState state = ref at.State;
        foreach (int index in at.Changes.Semaphores)
        {
            ref Semaphore row = ref state.Semaphores[index];
            if (row.Header.Kind == ObjectKind.None) continue;
            bool isChanged = row.Count != _counts[index] || row.Incoming > _incoming[index];
            if (!isChanged && row.LastWaiter == _last[index]) continue;
            if (HasArrived(in row, index)) continue;
            Link<Semaphore> self = Link<Semaphore>.To(ref state, ref row);
            if (at.IsBound(self) || self == _awaited) continue;
            // A waiter whose deadline passed left the queue by itself.
            if (!isChanged && number != Hypercall.SemaphoreUp
                && number != Hypercall.SemaphoreDown) continue;
            Rights right = number == Hypercall.SemaphoreDown ? Rights.SemaphoreDown
                : Rights.SemaphoreUp;
            int argument = number == Hypercall.SwitchSchedule ? 2 : 0;
            bool holds = at.Holds(right, argument, out Link<ObjectHeader> found)
                && found.Offset == self.Offset;
            That(holds || !isChanged,
                "a semaphore changed without a capability that gives the right");
        }
    }

    // Raises from other CPUs were on their way, and each of them counts or wakes a waiter.
    private bool HasArrived(in Semaphore row, int index) =>
        row.Incoming < _incoming[index] && row.Count >= _counts[index]
        && row.Count - _counts[index] <= _incoming[index] - row.Incoming;
}
