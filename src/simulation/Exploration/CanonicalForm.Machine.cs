// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using Bulkhead.Kernel.Communication;
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Simulation.Exploration;

/// <content>Processor, tables, virtual CPUs and hardware.</content>
internal sealed partial class CanonicalForm
{
    private const int LeafLevel = 3;

    private void EmitCpu(ref KernelState state, ref Cpu cpu, bool isIdle)
    {
        Emit(Scheduling(ref state, cpu.Current) | (Context(ref state, cpu.SystemOwner) << 16)
            | (Context(ref state, cpu.VectorOwner) << 32) | ((ulong)cpu.MustDispatch << 48)
            | (isIdle ? 0 : (ulong)cpu.IsNativeMode << 49));
        Emit(Until(cpu.ArmedTicks));
        Emit(Until(cpu.WindowEndTicks));
        bool isCharged = !cpu.Current.IsNone && cpu.Current.In(ref state).BudgetTicks != 0;
        Emit(isCharged ? _now - cpu.ChargedUntil : 0);
        EmitQueue(ref state, ref cpu.Queue);
        EmitSchedules(ref state, ref cpu);
        for (int index = 0; index < cpu.Timers.Count; index++)
        {
            ref TimerNode node = ref cpu.Timers.At(index).In(ref state);
            Emit((ulong)node.Kind | (Context(ref state, node.Context) << 8)
                | (Scheduling(ref state, node.Scheduling) << 24));
            Emit(Until(node.Ticks));
        }
    }

    private void EmitQueue(ref KernelState state, ref RunQueue queue)
    {
        for (int priority = RunQueue.Priorities - 1; priority >= 0; priority--)
        {
            if (queue.IsOccupied(priority)) EmitRing(ref state, queue.Head(priority));
        }

        Emit(Scheduling(ref state, queue.First));
    }

    private void EmitSchedules(ref KernelState state, ref Cpu cpu)
    {
        Emit(cpu.Eligible | ((ulong)cpu.Schedule << 16) | ((ulong)cpu.Window << 24)
            | ((ulong)state.NextSchedule << 32) | ((ulong)state.WindowQueueCount << 40));
        Emit(SemaphoreName(ref state, state.ScheduleSemaphore));
        for (int number = 1; number < Limits.TimePartitionsMax; number++)
        {
            if (cpu.WindowQueues[number].IsNone) continue;
            Emit((ulong)number);
            EmitQueue(ref state, ref cpu.WindowQueues[number].In(ref state));
        }

        for (int index = 0; index < Limits.SchedulesMax; index++)
        {
            ref Schedule schedule = ref state.Schedules[index];
            Emit(schedule.Count);
            for (int at = 0; at < schedule.Count; at++)
            {
                ref FrameWindow window = ref schedule.Windows[at];
                Emit(window.DurationTicks);
                Emit(window.TimePartition | ((ulong)window.IsExclusive << 8));
            }
        }
    }

    private void EmitRing(ref KernelState state, Link<SchedulingContext> head)
    {
        int count = 0;
        Link<SchedulingContext> at = head;
        do
        {
            Emit(Scheduling(ref state, at));
            at = at.In(ref state).Next;
        }
        while (at != head && !at.IsNone && ++count < KernelState.SchedulingContextsMax);
        Emit(ulong.MaxValue);
    }

    // In the order of their addresses: which row a mapping has is of no account.
    private void EmitMappings(ref KernelState state, Link<ProtectionDomain> domain)
    {
        ulong done = 0;
        for (bool isFirst = true; ; isFirst = false)
        {
            ref Mapping next = ref FindMapping(ref state, domain, done, isFirst);
            if (next.Domain.IsNone) break;
            done = next.Address.Value;
            Emit(done);
            Emit(next.Bytes);
            Emit(Slot(ref state, next.Source));
        }

        Emit(ulong.MaxValue);
    }

    // The mapping of the lowest address above one, or a free row.
    private ref Mapping FindMapping(
        ref KernelState state, Link<ProtectionDomain> domain, ulong above, bool isFirst)
    {
        ref Mapping best = ref state.Mappings[KernelState.MappingsMax - 1];
        ulong lowest = ulong.MaxValue;
        for (int index = 0; index < _size.Mappings; index++)
        {
            ref Mapping row = ref state.Mappings[index];
            ulong address = row.Address.Value;
            bool isAhead = isFirst || address > above;
            if (row.Domain != domain || !isAhead || address >= lowest) continue;
            best = ref row;
            lowest = address;
        }

        return ref best;
    }

    private void EmitTable(ref KernelState state, ulong table, int level)
    {
        int first = (int)((table - SimulatedMachine.StateBase) / sizeof(ulong));
        ReadOnlySpan<ulong> entries = MemoryMarshal.Cast<byte, ulong>(_machine.StateBytes)
            .Slice(first, _size.TableEntries);
        int index = 0;
        for (int gap = entries.IndexOfAnyExcept(0ul); gap >= 0;
            gap = entries[index..].IndexOfAnyExcept(0ul))
        {
            index += gap;
            StageTwoDescriptor descriptor = new(entries[index]);
            bool isTable = level < LeafLevel && descriptor.IsTable && descriptor.IsValid;
            bool isMessage = !isTable && _machine.Memory.IsKernel(descriptor.Address);
            Emit((uint)index | ((ulong)(uint)level << 16) | (isTable ? 1ul << 24 : 0));
            if (isTable) EmitTable(ref state, descriptor.Address, level + 1);
            // Which message page a thread got is of no account.
            else Emit(isMessage ? descriptor.Value & 0xfff : descriptor.Value);
            index++;
        }

        Emit(ulong.MaxValue);
    }

    private void EmitVcpu(ref KernelState state, ref VirtualCpu vcpu)
    {
        Emit(vcpu.Number | ((ulong)vcpu.StartupPending << 32) | ((ulong)vcpu.IsOff << 33));
        for (int kind = 0; kind < VirtualCpu.ExitKinds; kind++)
        {
            ref ExitPortal exit = ref vcpu.Portals[kind];
            bool isSame = !exit.Portal.IsNone
                && exit.Portal.In(ref state).Header.Generation == exit.Generation;
            Emit(isSame ? PortalName(ref state, exit.Portal) : Dangling);
        }

        Emit(vcpu.Timer.IsArmed ? Until(vcpu.Timer.Ticks) : ulong.MaxValue);
        Emit(Until(GuestTimer.DeadlineOf(in vcpu)));
        ulong timer = vcpu.System[0];
        Emit(Until(timer));
        for (int index = 0; index <= InterruptSlots.Count; index++) Emit(vcpu.Interface[index]);
        EmitVirtualInterrupts(ref vcpu);
    }

    private void EmitVirtualInterrupts(ref VirtualCpu vcpu)
    {
        ref var set = ref vcpu.Interrupts;
        for (int word = 0; word < Kernel.Virtualization.InterruptBits.Words; word++)
        {
            ulong used = set.Enabled[word] | set.Pending[word] | set.Active[word] | set.Line[word]
                | set.Edge[word] | set.Bound[word];
            Emit(used);
            if (used == 0) continue;
            Emit(set.Enabled[word]);
            Emit(set.Pending[word]);
            Emit(set.Active[word]);
            Emit(set.Line[word]);
            Emit(set.Edge[word]);
            Emit(set.Bound[word]);
        }

        // A priority stays when its interrupt is disabled again, and counts from its next use on.
        foreach (ulong word in MemoryMarshal.Cast<byte, ulong>((ReadOnlySpan<byte>)set.Priority))
        {
            Emit(word);
        }

        foreach (ulong word in MemoryMarshal.Cast<ushort, ulong>(
            (ReadOnlySpan<ushort>)vcpu.PhysicalInterrupts))
        {
            Emit(word);
        }
    }

    private void EmitHardware(ref KernelState state, int cpus)
    {
        Emit((ulong)_machine.Power | ((ulong)_machine.Interrupts.Running << 8));
        for (int cpu = 0; cpu < cpus; cpu++) Emit(Until(_machine.Clock.DeadlineOf(cpu)));
        ulong packed = 0;
        for (int index = 0; index < _interrupts.Length; index++)
        {
            InterruptState line = _machine.Interrupts[_interrupts[index]];
            ulong bits = (line.IsEnabled ? 1ul : 0) | (line.IsEdge ? 2ul : 0)
                | (line.IsActive ? 4ul : 0) | (line.IsDeliverable ? 8ul : 0)
                | (line.IsLatched && line.IsEdge ? 16ul : 0) | (line.IsRaised ? 32ul : 0)
                | (line.IsRequested ? 64ul : 0);
            packed = (packed << 7) | bits;
        }

        Emit(packed);
        if (HasTranslations && _machine.Walker.CachedCount != 0) EmitTranslations(ref state);
    }

    // A set: the order in which translations were cached is of no account.
    private void EmitTranslations(ref KernelState state)
    {
        int count = _machine.Walker.Caches[0].Save(_translations);
        ulong low = 0;
        ulong high = 0;
        for (int at = 0; at < count; at += 3)
        {
            int row = (int)(_translations[at] >> 32) - 1;
            ref ProtectionDomain domain = ref state.Domains[row];
            StateHasher hasher = new();
            hasher.Add(Domain(ref state, Link<ProtectionDomain>.To(ref state, ref domain)));
            hasher.Add((uint)_translations[at]);
            low += hasher.Result.Low;
            high += hasher.Result.High;
        }

        Emit(low);
        Emit(high);
    }
}
