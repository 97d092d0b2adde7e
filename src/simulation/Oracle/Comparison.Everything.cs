// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Specification;
using Bulkhead.Specification.Memory;
using Bulkhead.Specification.Virtualization;
using Spec = Bulkhead.Specification.Objects;

namespace Bulkhead.Simulation.Oracle;

/// <content>Capabilities, quotas, mappings, virtual interrupts and schedules.</content>
internal sealed partial class Comparison
{
    /// <summary>Whatever <see cref="Scheduling"/> leaves out.</summary>
    internal void Everything(SpecificationState state)
    {
        CompareSchedules(state);
        int mappings = 0;
        foreach (Spec.KernelObject item in state.Objects.Values)
        {
            switch (item)
            {
                case Spec.ProtectionDomain domain:
                    CompareDomain(domain);
                    mappings += domain.Mappings.Length;
                    break;
                case Spec.VirtualCpu vcpu:
                    CompareInterrupts(vcpu);
                    break;
                case Spec.NativeThread thread:
                    CompareUtcb(thread);
                    break;
                case Spec.InterruptLine line:
                    CompareLine(line);
                    break;
            }
        }
        Same("number of mappings", mappings, CountMappings());
        Same(
            "free table pages", state.Capacities.TablePagesMax - state.Usage.TablePages,
            Bulkhead.Kernel.Memory.TableAllocator.CountFree(ref Kernel));
    }

    private int CountMappings()
    {
        int count = 0;
        for (int index = 0; index < KernelState.MappingsMax; index++)
        {
            if (!Kernel.Mappings[index].Domain.IsNone) count++;
        }
        return count;
    }

    private void CompareDomain(Spec.ProtectionDomain domain)
    {
        ref ProtectionDomain row = ref names.RowOf<ProtectionDomain>(domain.Id).In(ref Kernel);
        Same(
            $"objects left of {domain.Id}", domain.ObjectsLeft,
            row.ObjectsQuota - row.ObjectsUsed);
        Same(
            $"table pages left of {domain.Id}", domain.TablePagesQuota - domain.TablePagesUsed,
            row.TablePagesQuota - row.TablePagesUsed);
        for (uint selector = 0; selector < Limits.SelectorsMax; selector++)
        {
            CompareSlot(
                new SlotName(domain.Id, selector), domain.Slots[(int)selector],
                ref row.Slots.At(selector).In(ref Kernel));
        }
        TranslationRoot root = new(row.TranslationRoot);
        foreach (Mapping mapping in domain.Mappings) CompareMapping(root, mapping);
    }

    private void CompareSlot(SlotName slot, Spec.Capability? capability, ref Capability row)
    {
        if (capability is null)
        {
            Same($"kind in {slot}", ObjectKind.None, row.Kind);
            return;
        }
        Same($"object in {slot}", capability.Target, names.NameOf(row.Object.Offset));
        Same($"rights in {slot}", capability.Rights, row.Rights);
        Same($"parent of {slot}", capability.Parent, NameOf(row.Parent));
    }

    private SlotName NameOf(Link<Capability> link)
    {
        if (link.IsNone) return SlotName.None;
        for (int index = 0; index < Limits.DomainsMax; index++)
        {
            uint selector = Kernel.Domains[index].Slots.IndexOf(link);
            if (selector == uint.MaxValue) continue;
            ref ProtectionDomain domain = ref Kernel.Domains[index];
            return new SlotName(
                names.NameOf(Link<ProtectionDomain>.To(ref Kernel, ref domain).Offset), selector);
        }
        return SlotName.None;
    }

    private void CompareMapping(TranslationRoot root, Mapping mapping)
    {
        ulong last = mapping.End - Limits.PageBytes;
        ComparePage(root, mapping, mapping.Address);
        if (last != mapping.Address) ComparePage(root, mapping, last);
    }

    private void ComparePage(TranslationRoot root, Mapping mapping, ulong address)
    {
        Translation actual = world.Machine.Walker.TranslateUncached(root, address)
            ?? throw new DisagreementException($"{address:x} is not mapped in the kernel");
        MemoryAccess access = mapping.Access | (mapping.IsDevice ? MemoryAccess.Device : 0);
        Same($"access at {address:x}", access, actual.Access);
        if (mapping.IsUtcb) return;
        Same(
            $"memory at {address:x}", mapping.HostAddress + (address - mapping.Address),
            actual.Address);
    }

    private void CompareUtcb(Spec.NativeThread thread)
    {
        ref ExecutionContext row = ref names.RowOf<ExecutionContext>(thread.Id).In(ref Kernel);
        if (row.Utcb.IsNone) return;
        ReadOnlySpan<ulong> page = row.Utcb.In(ref Kernel);
        if (page[..thread.Utcb.Length].SequenceEqual(thread.Utcb.AsSpan())) return;
        throw new DisagreementException($"message page of {thread.Id} differs");
    }

    private void CompareLine(Spec.InterruptLine line)
    {
        ref InterruptLine row = ref names.RowOf<InterruptLine>(line.Id).In(ref Kernel);
        uint target = row.Semaphore.IsNone ? row.Vcpu.Offset : row.Semaphore.Offset;
        Same($"target of {line.Id}", line.Target, names.NameOf(target));
    }

    private void CompareInterrupts(Spec.VirtualCpu vcpu)
    {
        ref ExecutionContext context = ref names.RowOf<ExecutionContext>(vcpu.Id).In(ref Kernel);
        if (context.Vcpu.IsNone) return;
        ref VirtualCpu row = ref context.Vcpu.In(ref Kernel);
        for (uint interrupt = 0; interrupt < Limits.VirtualInterruptsMax; interrupt++)
        {
            VirtualInterruptRow expected = VirtualInterrupts.Row(vcpu, interrupt);
            int index = InterruptSlots.Find(in row, interrupt);
            InterruptSlot slot = index < 0 ? default : InterruptSlots.Get(in row, index);
            bool isPending = slot.IsPending || row.Interrupts.Pending.Has(interrupt);
            bool isActive = slot.IsActive || row.Interrupts.Active.Has(interrupt);
            VirtualInterruptState actual =
                (isPending ? VirtualInterruptState.Pending : 0)
                | (isActive ? VirtualInterruptState.Active : 0)
                | (row.Interrupts.Line.Has(interrupt) ? VirtualInterruptState.Line : 0)
                | (row.Interrupts.Enabled.Has(interrupt) ? VirtualInterruptState.Enabled : 0);
            Same(
                $"virtual interrupt {interrupt} of {vcpu.Id}",
                VirtualInterrupts.StateOf(expected), actual);
        }
    }
}
