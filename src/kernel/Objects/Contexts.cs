// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>Making threads, virtual CPUs and their scheduling contexts.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class Contexts<TAsp> where TAsp : struct, IAsp
{
    internal static ResultCode CreateThread(
        ref KernelState state, Link<ProtectionDomain> domain, ulong utcbAddress, Link<Cpu> cpu,
        out Link<ExecutionContext> link)
    {
        link = default;
        ResultCode result = Quota.Check(ref domain.In(ref state));
        if (!result.IsSuccess) return result;
        int utcb = FindUtcb(ref state);
        if (utcb < 0 || FreeRow.Find<ExecutionContext>(state.Contexts) < 0)
        {
            return Outcome.Resources(Reason.PoolExhausted);
        }
        Link<UtcbPage> page = Link<UtcbPage>.To(ref state, ref state.Utcbs[utcb]);
        result = Mappings<TAsp>.MakeWhole(
            ref state, domain, default, utcbAddress, TAsp.StateBase.Plus(page.Offset),
            Limits.PageBytes, MemoryAccess.Read | MemoryAccess.Write);
        if (!result.IsSuccess) return result;
        link = Take(ref state, domain, cpu);
        ref ExecutionContext thread = ref link.In(ref state);
        state.UtcbOwners[utcb] = link;
        thread.Utcb = page;
        thread.UtcbAddress = utcbAddress;
        return result;
    }

    internal static void Settle(ref ExecutionContext thread, bool isServer)
    {
        thread.IsServer = isServer ? (byte)1 : (byte)0;
        thread.State = isServer ? ContextState.Idle : ContextState.Ready;
        thread.AcceptKey = isServer ? thread.Key : 0;
    }

    internal static ResultCode DecodeVcpu(
        ref KernelState state, Link<ProtectionDomain> domain, ulong number)
    {
        ResultCode result = Quota.Check(ref domain.In(ref state));
        if (!result.IsSuccess) return result;
        if (number >= Limits.VcpusPerMachineMax) return Outcome.Parameter(Reason.BadVcpuNumber);
        for (int index = 0; index < KernelState.VcpusMax; index++)
        {
            ref VirtualCpu row = ref state.Vcpus[index];
            if (row.Context.IsNone || row.Context.In(ref state).Domain != domain) continue;
            if (row.Number == number) return Outcome.Busy(Reason.BadVcpuNumber);
        }
        return FreeRow.Find<VirtualCpu>(state.Vcpus) < 0
            || FreeRow.Find<ExecutionContext>(state.Contexts) < 0
            ? Outcome.Resources(Reason.PoolExhausted) : ResultCode.Success;
    }

    internal static Link<ExecutionContext> CreateVcpu(
        ref KernelState state, Link<ProtectionDomain> domain, uint number, Link<Cpu> cpu)
    {
        Link<ExecutionContext> link = Take(ref state, domain, cpu);
        ref ExecutionContext context = ref link.In(ref state);
        ref VirtualCpu vcpu = ref state.Vcpus[FreeRow.Find<VirtualCpu>(state.Vcpus)];
        vcpu = default;
        vcpu.Number = number;
        vcpu.StartupPending = 1;
        vcpu.Timer.Kind = TimerKind.VirtualTimer;
        vcpu.Timer.Context = link;
        context.Vcpu = Link<VirtualCpu>.To(ref state, ref vcpu);
        context.State = ContextState.Ready;
        context.ReportPending = 1;
        TAsp.ResetVcpu(ref context, ref vcpu);
        // Other CPUs find it from now on.
        Interlocked.MemoryBarrier();
        vcpu.Context = link;
        return link;
    }

    internal static Link<SchedulingContext> Schedule(
        ref KernelState state, Link<ExecutionContext> context, byte priority, ulong budgetTicks,
        ulong periodTicks, byte timePartition = 0)
    {
        ref SchedulingContext entry = ref state.SchedulingContexts[FreeRow.Find<SchedulingContext>(
            state.SchedulingContexts)];
        Link<SchedulingContext> link = Link<SchedulingContext>.To(ref state, ref entry);
        ref ExecutionContext home = ref context.In(ref state);
        home.Scheduling = link;
        ref Cpu cpu = ref home.Cpu.In(ref state);
        entry.Home = context;
        entry.TimePartition = timePartition;
        entry.Queue = timePartition == 0
            ? Link<RunQueue>.To(ref state, ref cpu.Queue) : cpu.WindowQueues[timePartition];
        entry.Priority = priority;
        entry.BudgetTicks = budgetTicks;
        entry.PeriodTicks = periodTicks;
        entry.RemainingTicks = budgetTicks;
        entry.PeriodStart = TAsp.Now;
        entry.ConsumedTicks = 0;
        entry.OverrunCount = 0;
        entry.Replenishment.Kind = TimerKind.Replenishment;
        entry.Replenishment.Scheduling = link;
        Scheduler<TAsp>.Enqueue(ref state, ref cpu, link);
        return link;
    }

    private static Link<ExecutionContext> Take(
        ref KernelState state, Link<ProtectionDomain> domain, Link<Cpu> cpu)
    {
        ref ExecutionContext context =
            ref state.Contexts[FreeRow.Find<ExecutionContext>(state.Contexts)];
        Link<ExecutionContext> link = Link<ExecutionContext>.To(ref state, ref context);
        ref ProtectionDomain owner = ref domain.In(ref state);
        context.Self = link;
        context.Key = (context.Key & ~0xfffful) | (uint)(cpu.In(ref state).Number + 1);
        context.Cpu = cpu;
        context.Domain = domain;
        owner.CpuMask |= (byte)(1 << cpu.In(ref state).Number);
        context.Slots = owner.Slots;
        context.Controls.TranslationRoot = owner.TranslationRoot;
        context.Deadline.Kind = TimerKind.Deadline;
        context.Deadline.Context = link;
        return link;
    }

    private static int FindUtcb(ref KernelState state)
    {
        for (int index = 0; index < KernelState.UtcbsMax; index++)
        {
            if (state.UtcbOwners[index].IsNone) return index;
        }
        return -1;
    }
}
