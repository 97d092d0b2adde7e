// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;
using Bulkhead.Simulation.Running;

namespace Bulkhead.Simulation.Interference;

/// <summary>
/// Draws what the running thread of a partition does next. It looks only at what the partition can
/// see, so that two states that are alike to the partition give the same action.
/// </summary>
/// <param name="random">The source of choices.</param>
public sealed class PartitionActions(Random random)
{
    private static readonly Hypercall[] s_hypercalls =
    [
        Hypercall.Call, Hypercall.Call, Hypercall.Reply, Hypercall.SemaphoreUp,
        Hypercall.SemaphoreUp, Hypercall.SemaphoreDown, Hypercall.Yield, Hypercall.SystemInfo,
        Hypercall.CreatePortal, Hypercall.CreateSemaphore, Hypercall.CreateSegment,
        Hypercall.CreateSchedulingContext, Hypercall.Delegate, Hypercall.Delegate,
        Hypercall.Revoke, Hypercall.Discard, Hypercall.Map, Hypercall.Map, Hypercall.Unmap,
        Hypercall.BindInterrupt, Hypercall.AcknowledgeInterrupt, Hypercall.Stop,
        Hypercall.ConsoleWrite, Hypercall.Shutdown, Hypercall.Recall, Hypercall.VirtualInterrupt,
        Hypercall.CreateDomain, Hypercall.CreateThread, Hypercall.CreateVcpu,
    ];

    /// <summary>Draws an action.</summary>
    /// <param name="world">The system; a thread of a partition runs.</param>
    /// <returns>The event.</returns>
    public SimulationEvent Draw(World world)
    {
        if (random.Next(12) == 0)
        {
            return new SimulationEvent(EventKind.WriteMessage, 0, (ulong)random.Next(512),
                (ulong)random.NextInt64());
        }
        Hypercall number = s_hypercalls[random.Next(s_hypercalls.Length)];
        bool endsThings = number is Hypercall.Stop or Hypercall.Revoke or Hypercall.Discard;
        if (endsThings && random.Next(3) != 0) number = Hypercall.SemaphoreUp;
        return Fill(world, number);
    }

    private SimulationEvent Fill(World world, Hypercall number)
    {
        uint free = Find(world, ObjectKind.None);
        uint semaphore = Find(world, ObjectKind.Semaphore);
        uint context = Find(world, ObjectKind.ExecutionContext);
        uint segment = Find(world, ObjectKind.MemorySegment);
        uint interrupt = Find(world, ObjectKind.Interrupt);
        ulong page = (ulong)random.Next(64) * Limits.PageBytes;
        ulong bytes = (ulong)random.Next(1, 6) * Limits.PageBytes;
        ulong address = 0x4000_0000 + ((ulong)random.Next(64) * Limits.PageBytes);
        ulong any = (ulong)random.Next(1, 60);
        return number switch
        {
            Hypercall.Call => Event(number, Find(world, ObjectKind.Portal),
                (ulong)random.Next(4), 1, 2, 3),
            Hypercall.SemaphoreUp => Event(number, semaphore),
            Hypercall.SemaphoreDown => Event(number, semaphore,
                random.Next(3) == 0 ? ulong.MaxValue : 0, (ulong)random.Next(2)),
            Hypercall.SystemInfo => Event(number, (ulong)random.Next(3, 6)),
            Hypercall.CreatePortal => Event(number, free, context, 0x40_0000, 9),
            Hypercall.CreateSemaphore => Event(number, free, (ulong)random.Next(2)),
            Hypercall.CreateSegment => Event(number, free, segment, page, bytes,
                (ulong)random.Next(1, 8) << 4),
            Hypercall.CreateSchedulingContext => Event(number, free, context,
                (ulong)random.Next(200)),
            Hypercall.Delegate => Event(number, any, random.Next(2) == 0 ? 0
                : Selectors.OwnDomain, free, (ulong)random.NextInt64(1, 1L << 28)),
            Hypercall.Map => Event(number, Selectors.OwnDomain, segment, page, address, bytes,
                (ulong)random.Next(1, 8)),
            Hypercall.Unmap => Event(number, Selectors.OwnDomain, address, bytes),
            Hypercall.BindInterrupt => Event(number, interrupt, semaphore),
            Hypercall.AcknowledgeInterrupt => Event(number, interrupt),
            Hypercall.Stop or Hypercall.Recall => Event(number, context),
            _ => Event(number, any, (ulong)random.Next(2), (ulong)random.Next(60), 1, 2),
        };
    }

    private static SimulationEvent Event(
        Hypercall number, params ReadOnlySpan<ulong> arguments) =>
        SimulationEvent.Call(number, arguments);

    // A slot of the running partition with an object of a kind, from a random place on; never the
    // one it rests on.
    private uint Find(World world, ObjectKind kind)
    {
        ref KernelState state = ref world.State;
        Run<Capability> slots = world.Current.In(ref state).Slots;
        uint start = (uint)random.Next(1, 128);
        for (uint count = 0; count < slots.Count; count++)
        {
            uint selector = (start + count) % slots.Count;
            if (selector is 0 or >= 250) continue;
            if (slots.At(selector).In(ref state).Kind == kind) return selector;
        }
        return start;
    }
}
