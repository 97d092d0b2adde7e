// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Programs;

/// <summary>Arguments of hypercalls: what could succeed for the calling thread.</summary>
internal static partial class HypercallArguments
{
    private const int UnmapAttempts = 3;
    private const int FirstVirtualInterrupt = 28;
    private const int HotVirtualInterrupt = 32;
    private const int EndVirtualInterrupt = 44;

    internal static void Fill(
        World world, ref ExecutionContext thread, Hypercall number, ref SeededRandom random,
        ref EventWords x)
    {
        ref KernelState state = ref world.State;
        Run<Capability> slots = thread.Slots;
        switch (number)
        {
            case Hypercall.Call or Hypercall.CallUntil:
                x[0] = ObjectChoice.FindOn(
                    ref state, slots, ObjectKind.Portal, thread.Cpu, ref random);
                x[1] = Descriptor(ref random);
                x[2] = random.Next();
                if (number == Hypercall.CallUntil) x[9] = Deadline(ref random);
                break;
            case Hypercall.Reply:
                FillReply(ref state, ref thread, ref random, ref x);
                break;
            case Hypercall.SemaphoreUp:
                x[0] = ObjectChoice.Find(ref state, slots, ObjectKind.Semaphore, ref random);
                break;
            case Hypercall.SemaphoreDown:
                x[0] = ObjectChoice.FindOn(
                    ref state, slots, ObjectKind.Semaphore, thread.Cpu, ref random);
                x[1] = Deadline(ref random);
                x[2] = (ulong)random.Below(2);
                break;
            case Hypercall.SystemInfo: x[0] = (ulong)random.Below(12); break;
            case Hypercall.ConsumedTime:
                x[0] = ObjectChoice.Find(
                    ref state, slots, ObjectKind.SchedulingContext, ref random);
                break;
            case Hypercall.AddWindow or Hypercall.SwitchSchedule:
                FillSchedules(ref state, ref thread, number, ref random, ref x);
                break;
            case Hypercall.Delegate: FillDelegate(ref state, slots, ref random, ref x); break;
            case Hypercall.Revoke:
                x[0] = RevokedOf(ref state, slots, ref random);
                x[1] = (ulong)random.Below(2);
                break;
            case Hypercall.Discard:
                x[0] = RevokedOf(ref state, slots, ref random);
                break;
            case Hypercall.Map: FillMap(ref state, slots, ref random, ref x); break;
            case Hypercall.Unmap: FillUnmap(ref state, slots, ref random, ref x); break;
            case Hypercall.ConsoleWrite:
                x[0] = ObjectChoice.Find(ref state, slots, ObjectKind.System, ref random);
                x[1] = (ulong)random.Below(66);
                x[2] = 0x41;
                break;
            case Hypercall.Shutdown:
                x[0] = ObjectChoice.Find(ref state, slots, ObjectKind.System, ref random);
                x[1] = (ulong)random.Below(3);
                break;
            case >= Hypercall.CreateDomain and <= Hypercall.CreateSegment:
                FillCreation(ref state, slots, number, ref random, ref x);
                break;
            default: FillInterrupts(ref state, slots, number, ref random, ref x); break;
        }
    }

    private static void FillInterrupts(
        ref KernelState state, Run<Capability> slots, Hypercall number, ref SeededRandom random,
        ref EventWords x)
    {
        switch (number)
        {
            case Hypercall.BindInterrupt:
                x[0] = ObjectChoice.Find(ref state, slots, ObjectKind.Interrupt, ref random);
                x[1] = ObjectChoice.Find(ref state, slots, ObjectKind.Semaphore, ref random);
                break;
            case Hypercall.BindInterruptToVcpu:
                x[0] = ObjectChoice.Find(ref state, slots, ObjectKind.Interrupt, ref random);
                x[1] = ObjectChoice.Vcpu(ref state, slots, ref random);
                x[2] = VirtualInterrupt(ref random);
                break;
            case Hypercall.AcknowledgeInterrupt:
                x[0] = ObjectChoice.Find(ref state, slots, ObjectKind.Interrupt, ref random);
                break;
            case Hypercall.VirtualInterrupt:
                x[0] = ObjectChoice.Vcpu(ref state, slots, ref random);
                x[1] = Request(ref random);
                break;
            case Hypercall.Recall:
                x[0] = ObjectChoice.Vcpu(ref state, slots, ref random);
                break;
            case Hypercall.Stop:
                x[0] = ObjectChoice.Find(
                    ref state, slots, ObjectKind.ExecutionContext, ref random);
                break;
            default:
                break;
        }
    }

    private static void FillReply(
        ref KernelState state, ref ExecutionContext thread, ref SeededRandom random,
        ref EventWords x)
    {
        x[1] = Descriptor(ref random);
        bool isExit = !thread.Caller.IsNone
            && !thread.Caller.In(ref state).CallsPortal;
        if (!isExit)
        {
            x[2] = random.Next();
            return;
        }
        x[1] &= ~(ulong)uint.MaxValue;
        x[2] = Action(ref random);
        x[3] = random.Next();
        x[7] = (ulong)random.Below(8);
        bool canRedirect = !thread.Caller.In(ref state).IsVcpu;
        if (canRedirect && random.OneIn(4)) x[2] |= (ulong)ExitAction.Redirect;
    }

    private static void FillDelegate(
        ref KernelState state, Run<Capability> slots, ref SeededRandom random, ref EventWords x)
    {
        x[0] = random.OneIn(4) ? ObjectChoice.Derived(ref state, slots, ref random)
            : ObjectChoice.Any(ref state, slots, ref random);
        Link<Capability> source = slots.At(x[0]);
        Run<Capability> target = slots;
        if (!random.OneIn(3))
        {
            x[1] = ObjectChoice.Find(ref state, slots, ObjectKind.ProtectionDomain, ref random);
            ref Capability domain = ref slots.At(x[1]).In(ref state);
            if (domain.Kind == ObjectKind.ProtectionDomain)
            {
                target = domain.Object.Reinterpret<ProtectionDomain>().In(ref state).Slots;
            }
        }
        x[2] = ObjectChoice.Empty(ref state, target, (uint)random.Below(Limits.SelectorsMax));
        ulong rights = (ulong)source.In(ref state).Rights;
        x[3] = random.OneIn(3) ? rights & random.Next() : rights;
        if (x[3] == 0) x[3] = rights;
    }

    private static ulong RevokedOf(
        ref KernelState state, Run<Capability> slots, ref SeededRandom random) =>
        random.OneIn(3) ? ObjectChoice.Ancestor(ref state, slots, ref random)
            : ObjectChoice.Any(ref state, slots, ref random);

    private static void FillUnmap(
        ref KernelState state, Run<Capability> slots, ref SeededRandom random, ref EventWords x)
    {
        // Message pages have no source, and nobody unmaps them.
        int row = random.Below(random.OneIn(4) ? KernelState.MappingsMax : 24);
        for (int attempt = 0; attempt < UnmapAttempts && x[0] == 0; attempt++)
        {
            while (row < KernelState.MappingsMax - 1 && state.Mappings[row].Source.IsNone) row++;
            ref Mapping mapping = ref state.Mappings[row];
            x[1] = mapping.Address.Value;
            x[2] = mapping.Bytes;
            x[0] = mapping.Source.IsNone ? 0 : ObjectChoice.SelectorOf(
                ref state, slots, mapping.Domain.Reinterpret<ObjectHeader>());
            row = random.Below(KernelState.MappingsMax);
        }
        if (x[0] == 0)
        {
            x[0] = ObjectChoice.Find(ref state, slots, ObjectKind.ProtectionDomain, ref random);
        }
    }

    private static ulong Descriptor(ref SeededRandom random) => random.OneIn(4)
        ? new MessageDescriptor((uint)random.Next(), (uint)random.Below(514)).Value
        : random.Next() << 32;

    private static ulong Action(ref SeededRandom random)
    {
        ulong action = 0;
        // To wait and to be off only now and then: the guest is to run.
        int kinds = random.OneIn(8) ? 8 : 6;
        for (int bits = random.Below(3); bits > 0; bits--) action |= 1ul << random.Below(kinds);
        return action;
    }

    /// <summary>When a wait ends, in ticks from now: 0 and all ones have their own
    /// meaning.</summary>
    internal static ulong Deadline(ref SeededRandom random) => random.Below(12) switch
    {
        <= 2 => 0,
        3 => ulong.MaxValue,
        _ => 1 + (ulong)random.Below(2000),
    };

    private static ulong Request(ref SeededRandom random)
    {
        uint interrupt = VirtualInterrupt(ref random);
        var operation = random.OneIn(2) ? VirtualInterruptOperation.SetPending
            : (VirtualInterruptOperation)random.Below(9);
        ulong configuration = new VirtualInterruptRequest(
            interrupt, !random.OneIn(4), (byte)random.Below(256), random.OneIn(2)).Value;
        return (configuration & ~0xf000ul) | ((ulong)operation << 12);
    }

    // A few are asked for often, so that one request meets what another left.
    private static uint VirtualInterrupt(ref SeededRandom random) => random.OneIn(2)
        ? (uint)random.Range(HotVirtualInterrupt, HotVirtualInterrupt + 3)
        : (uint)random.Range(FirstVirtualInterrupt, EndVirtualInterrupt);
}
