// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Specification;
using Bulkhead.Specification.Capabilities;
using Bulkhead.Specification.Memory;
using Bulkhead.Specification.Scheduling;
using Spec = Bulkhead.Specification.Objects;

namespace Bulkhead.Simulation.Oracle;

/// <summary>The specification's state of a kernel that has just booted: whatever the partition
/// manager has, it starts with.</summary>
internal sealed class Attachment
{
    private const ulong GuestStateMask = 0xf000_03c7;

    private readonly SimulatedMachine _machine;
    private readonly Naming _names;
    private readonly Step _step;

    private Attachment(SimulatedMachine machine, Naming names)
    {
        _machine = machine;
        _names = names;
        _step = new Step(
            new SpecificationState
            {
                Capacities = CapacitiesOf(machine),
                NowTicks = machine.Clock.Ticks,
            });
    }

    private ref KernelState State => ref _machine.State;

    internal static SpecificationState Make(SimulatedMachine machine, Naming names) =>
        new Attachment(machine, names).Make();

    private static Capacities CapacitiesOf(SimulatedMachine machine) => new()
    {
        TablePagesMax = KernelState.TablePagesMax,
        UtcbsMax = KernelState.UtcbsMax,
        ContextsMax = KernelState.ContextsMax,
        VcpusMax = KernelState.VcpusMax,
        SchedulingContextsMax = KernelState.SchedulingContextsMax,
        PortalsMax = KernelState.PortalsMax,
        SemaphoresMax = KernelState.SemaphoresMax,
        SegmentsMax = KernelState.SegmentsMax,
        MappingsMax = KernelState.MappingsMax,
        WindowQueuesMax = KernelState.WindowQueuesMax,
        CounterFrequency = SimulatedClock.FrequencyHz,
        BootTicks = machine.State.System.BootTicks,
        GuestStateMask = GuestStateMask,
    };

    private SpecificationState Make()
    {
        ObjectId domain = AddDomain();
        for (uint selector = 1; selector < Limits.SelectorsMax; selector++)
        {
            AddCapability(new SlotName(domain, selector));
        }
        AddThread(domain);
        AddMappings(domain);
        _step.State = _step.State with { ChargedTicks = _step.State.NowTicks };
        Scheduler.Choose(_step);
        return _step.State;
    }

    private ObjectId Add(Spec.KernelObject item, Link<ObjectHeader> row)
    {
        Quotas.Register(_step, item, ObjectId.None);
        _names.Bind(item.Id, row);
        return item.Id;
    }

    private ObjectId AddDomain()
    {
        Link<ProtectionDomain> row = State.System.RootDomain;
        ref ProtectionDomain domain = ref row.In(ref State);
        return Add(
            new Spec.ProtectionDomain(Quotas.NextName(_step))
            {
                ObjectsLeft = domain.ObjectsQuota - domain.ObjectsUsed,
                TablePagesQuota = domain.TablePagesQuota,
            },
            row.Reinterpret<ObjectHeader>());
    }

    private void AddCapability(SlotName slot)
    {
        ref Capability capability = ref _names.Slot(ref State, slot);
        if (capability.IsEmpty) return;
        ObjectId target = _names.NameOf(capability.Object.Offset);
        if (target.IsNone) target = Add(ObjectOf(ref capability), capability.Object);
        _step.Put(_step.Get<Spec.KernelObject>(target) with { First = slot });
        Space.Insert(_step, slot, target, capability.Rights, SlotName.None);
    }

    private Spec.KernelObject ObjectOf(ref Capability capability)
    {
        ObjectId name = Quotas.NextName(_step);
        switch (capability.Kind)
        {
            case ObjectKind.MemorySegment:
                ref MemorySegment segment =
                    ref capability.Object.Reinterpret<MemorySegment>().In(ref State);
                return new Spec.MemorySegment(
                    name, segment.Base.Value, segment.Bytes, segment.Attributes != 0);
            case ObjectKind.Interrupt:
                ref InterruptLine line =
                    ref capability.Object.Reinterpret<InterruptLine>().In(ref State);
                return new Spec.InterruptLine(name, line.Interrupt, line.IsEdge != 0);
            case ObjectKind.System:
                return new Spec.SystemObject(name);
            default:
                throw new DisagreementException($"a {capability.Kind} after the boot");
        }
    }

    private void AddThread(ObjectId domain)
    {
        Link<ExecutionContext> row = State.System.RootThread;
        ref ExecutionContext thread = ref row.In(ref State);
        ObjectId id = Add(
            new Spec.NativeThread(
                Quotas.NextName(_step), domain, thread.UtcbAddress, IsServer: false),
            row.Reinterpret<ObjectHeader>());
        ref SchedulingContext scheduling = ref thread.Scheduling.In(ref State);
        ObjectId time = Add(
            new Spec.SchedulingContext(
                Quotas.NextName(_step), id, scheduling.Priority, scheduling.BudgetTicks,
                scheduling.PeriodTicks, scheduling.TimePartition)
            {
                ConsumedTicks = scheduling.ConsumedTicks,
            },
            thread.Scheduling.Reinterpret<ObjectHeader>());
        _step.Put(_step.Get<Spec.NativeThread>(id) with { SchedulingContext = time });
        Scheduler.Enqueue(_step, time);
    }

    private void AddMappings(ObjectId domain)
    {
        ObjectId thread = _names.NameOf(State.System.RootThread.Offset);
        for (int index = 0; index < KernelState.MappingsMax; index++)
        {
            ref Kernel.Memory.Mapping row = ref State.Mappings[index];
            if (row.Domain.IsNone) continue;
            ref ProtectionDomain owner = ref row.Domain.In(ref State);
            Translation translation = _machine.Walker.TranslateUncached(
                new TranslationRoot(owner.TranslationRoot), row.Address.Value)
                ?? throw new DisagreementException($"{row.Address.Value:x} is not mapped");
            bool isUtcb = row.Source.IsNone;
            Mapping mapping = new(
                row.Address.Value, row.Bytes, isUtcb ? 0 : translation.Address,
                translation.Access & ~MemoryAccess.Device,
                (translation.Access & MemoryAccess.Device) != 0,
                isUtcb ? SlotName.None : new SlotName(domain, owner.Slots.IndexOf(row.Source)),
                isUtcb ? thread : ObjectId.None);
            Reason reason = AddressSpace.Add(_step, domain, mapping);
            if (reason != Reason.None) throw new DisagreementException($"mapping: {reason}");
        }
    }
}
