// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.CreateSchedulingContext"/>.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class CreateSchedulingContext<TAsp> where TAsp : struct, IAsp
{
    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        ResultCode result = CapabilitySpace.FindEmpty(
            ref state, current.Slots, current.Frame[0], out Link<Capability> slot);
        if (!result.IsSuccess) return result;
        result = VcpuArgument.FindContext(
            ref state, ref current, 1, out Link<ExecutionContext> context);
        if (!result.IsSuccess) return result;
        ref ExecutionContext home = ref context.In(ref state);
        Standstill<TAsp>.Hold(ref state, home.Cpu);
        if (!home.Scheduling.IsNone
            || home.IsServer != 0) return Outcome.Busy(Reason.ContextScheduled);
        if (current.Frame[2] >= RunQueue.Priorities) return Outcome.Parameter(Reason.BadPriority);
        result = DecodeTime(current.Frame[3], current.Frame[4]);
        if (!result.IsSuccess) return result;
        if (!HasTime(ref home.Cpu.In(ref state), current.Frame[5]))
        {
            return Outcome.Parameter(Reason.BadTimePartition);
        }
        result = ObjectArgument.FindOptional(
            ref state, ref current, 6, Rights.SemaphoreUp, out Link<ObjectHeader> overrun);
        if (!result.IsSuccess) return result;
        result = Quota.Check(ref current.Domain.In(ref state));
        if (!result.IsSuccess) return result;
        int index = FreeRow.Find<SchedulingContext>(state.SchedulingContexts);
        if (index < 0) return Outcome.Resources(Reason.PoolExhausted);
        Link<SchedulingContext> link = Contexts<TAsp>.Schedule(
            ref state, context, (byte)current.Frame[2], current.Frame[3], current.Frame[4],
            (byte)current.Frame[5]);
        Link<Semaphore> told = overrun.Reinterpret<Semaphore>();
        link.In(ref state).Overrun = told;
        if (!told.IsNone) told.In(ref state).BoundCount++;
        return CreationArguments.Finish(
            ref state, current.Domain, slot, ref link.In(ref state).Header,
            ObjectKind.SchedulingContext, Rights.SchedulingControl);
    }

    // One that no window names would never run.
    private static bool HasTime(ref Cpu cpu, ulong timePartition) => timePartition == 0
        || (timePartition < Limits.TimePartitionsMax
            && !cpu.WindowQueues[(int)timePartition].IsNone);

    // Times beyond a quarter of the counter's range could wrap in sums.
    internal static ResultCode DecodeTime(ulong budgetTicks, ulong periodTicks)
    {
        const ulong ticksMax = 1ul << 62;
        if (budgetTicks > ticksMax
            || periodTicks > ticksMax) return Outcome.Parameter(Reason.BadArgument);
        if (periodTicks != 0 && (budgetTicks == 0 || budgetTicks > periodTicks))
        {
            return Outcome.Parameter(Reason.BudgetExceedsPeriod);
        }
        return ResultCode.Success;
    }
}
