// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Communication;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Exploration;

/// <content>Rows of the object pools.</content>
internal sealed partial class CanonicalForm
{
    private void EmitObject(ref KernelState state, uint offset, ObjectKind kind)
    {
        Link<ObjectHeader> link =
            Link<byte>.To(ref state, ref _machine.StateBytes[(int)offset])
                .Reinterpret<ObjectHeader>();
        ref ObjectHeader header = ref link.In(ref state);
        Emit((ulong)header.Kind | (Domain(ref state, header.Payer) << 8)
            | (Slot(ref state, header.Root) << 32));
        switch (kind)
        {
            case ObjectKind.ProtectionDomain:
                EmitDomain(ref state, ref link.Reinterpret<ProtectionDomain>().In(ref state));
                break;
            case ObjectKind.ExecutionContext:
                EmitContext(ref state, ref link.Reinterpret<ExecutionContext>().In(ref state));
                break;
            case ObjectKind.SchedulingContext:
                EmitScheduling(ref state, ref link.Reinterpret<SchedulingContext>().In(ref state));
                break;
            case ObjectKind.Portal:
                EmitPortal(ref state, ref link.Reinterpret<Portal>().In(ref state));
                break;
            case ObjectKind.Semaphore:
                EmitSemaphore(ref state, ref link.Reinterpret<Semaphore>().In(ref state));
                break;
            case ObjectKind.MemorySegment:
                ref MemorySegment segment = ref link.Reinterpret<MemorySegment>().In(ref state);
                Emit(segment.Base.Value);
                Emit(segment.Bytes | ((ulong)segment.Attributes << 56));
                break;
            case ObjectKind.Interrupt:
                EmitLine(ref state, ref link.Reinterpret<InterruptLine>().In(ref state));
                break;
            default:
                break;
        }
    }

    private void EmitDomain(ref KernelState state, ref ProtectionDomain domain)
    {
        Emit(domain.TablePagesQuota | ((ulong)domain.TablePagesUsed << 16)
            | ((ulong)domain.ObjectsQuota << 32) | ((ulong)domain.ObjectsUsed << 48));
        Emit((ulong)domain.Dying | ((ulong)domain.Cursor << 8));
        EmitSpace(ref state, ref domain);
        EmitMappings(ref state, Link<ProtectionDomain>.To(ref state, ref domain));
        EmitTable(ref state, new TranslationRoot(domain.TranslationRoot).Table, 1);
    }

    private void EmitContext(ref KernelState state, ref ExecutionContext context)
    {
        bool isOwnRoot =
            context.Controls.TranslationRoot == context.Domain.In(ref state).TranslationRoot;
        Emit((ulong)context.State | ((ulong)context.CallKind << 8)
            | ((ulong)context.ReportPending << 16) | ((ulong)context.IsServer << 24)
            | ((ulong)context.HelperCount << 32) | ((isOwnRoot ? 1ul : 0) << 48)
            | (context.Controls.Mode << 52));
        Emit(context.AcceptKey == 0 ? 0 : context.AcceptKey == context.Key ? 1ul : Dangling + 1);
        Emit(Context(ref state, context.Caller) | (Context(ref state, context.Partner) << 16)
            | (Domain(ref state, context.Domain) << 32)
            | (Scheduling(ref state, context.Scheduling) << 48));
        Emit(SemaphoreName(ref state, context.WaitingOn)
            | (Context(ref state, context.NextWaiter) << 16)
            | (Context(ref state, context.PreviousWaiter) << 32)
            | ((context.Key & NameMask) << 48));
        EmitFaultPortal(ref state, ref context);
        EmitList(ref state, context.BlockedScheduling);
        Emit(context.Tag);
        Emit(context.UtcbAddress);
        Emit(context.Deadline.IsArmed ? Until(context.Deadline.Ticks) : ulong.MaxValue);
        EmitCallToRepeat(ref state, ref context);
        if (context.IsVcpu) EmitVcpu(ref state, ref context.Vcpu.In(ref state));
    }

    // Registers are the program's own business, but for those of a call that will be made again.
    private void EmitCallToRepeat(ref KernelState state, ref ExecutionContext context)
    {
        // One that is off never runs again.
        bool isPending = context.State != ContextState.Off
            && _machine.Restarts.Has(ref state, ref context);
        bool isHelper = context.State == ContextState.Helping
            && context.CallsPortal;
        Hypercall number = isPending ? _machine.Restarts.NumberOf(ref state, context.Self) : 0;
        Emit((isPending ? 1ul : 0) | (isHelper ? 2ul : 0) | ((ulong)number << 2));
        if (!isPending && !isHelper) return;
        // The last word may be a deadline, which is as far away as the timer shows.
        bool isShort = number == 0 && context.CallKind != CallKind.PortalUntil;
        int registers = isShort ? 2 : EventWords.Count;
        for (int register = 0; register < registers; register++) Emit(context.Frame[register]);
    }

    private void EmitFaultPortal(ref KernelState state, ref ExecutionContext context)
    {
        if (context.FaultPortal.IsNone)
        {
            Emit(0);
            return;
        }

        ref Portal portal = ref context.FaultPortal.In(ref state);
        bool isSame = portal.Header.Generation == context.FaultPortalGeneration;
        Emit(isSame ? PortalName(ref state, context.FaultPortal) : Dangling);
    }

    private ulong PortalName(ref KernelState state, Link<Portal> link) =>
        Name(ref state, link.Reinterpret<ObjectHeader>(), ObjectKind.Portal);

    private void EmitList(ref KernelState state, Link<SchedulingContext> first)
    {
        int count = 0;
        for (Link<SchedulingContext> at = first; !at.IsNone; at = at.In(ref state).Next)
        {
            Emit(Scheduling(ref state, at));
            if (++count > KernelState.SchedulingContextsMax) break;
        }

        Emit((ulong)count);
    }

    private void EmitScheduling(ref KernelState state, ref SchedulingContext entry)
    {
        Emit(
            entry.Priority | ((ulong)entry.State << 8) | (Context(ref state, entry.Home) << 16)
            | ((ulong)entry.TimePartition << 48));
        Emit(entry.BudgetTicks);
        Emit(entry.PeriodTicks);
        if (entry.BudgetTicks != 0) Emit(entry.RemainingTicks);
        Emit(entry.Replenishment.IsArmed ? Until(entry.Replenishment.Ticks) : ulong.MaxValue);
        Emit(SemaphoreName(ref state, entry.Overrun));
        if (entry.PeriodTicks == 0) return;
        ulong age = _now - entry.PeriodStart;
        Emit((age % entry.PeriodTicks) + (age >= entry.PeriodTicks ? entry.PeriodTicks : 0));
    }

    private void EmitPortal(ref KernelState state, ref Portal portal)
    {
        bool isServed = portal.Server.In(ref state).Key == portal.ServerKey;
        Emit(isServed ? Context(ref state, portal.Server) : Dangling);
        Emit(portal.Entry);
        Emit(portal.Badge);
        Emit((ulong)portal.Groups);
    }

    private void EmitSemaphore(ref KernelState state, ref Semaphore semaphore)
    {
        Emit(semaphore.Count);
        Emit(Context(ref state, semaphore.FirstWaiter)
            | (Context(ref state, semaphore.LastWaiter) << 16));
        if (state.Shared.CpuCount == 1) return;
        Emit(semaphore.Incoming | ((ulong)semaphore.Cpu.In(ref state).Number << 32));
    }

    private void EmitLine(ref KernelState state, ref InterruptLine line)
    {
        Emit(line.Interrupt | ((ulong)line.VirtualInterrupt << 32));
        Emit(SemaphoreName(ref state, line.Semaphore) | (Context(ref state, line.Vcpu) << 16)
            | ((ulong)line.IsEdge << 32));
    }
}
