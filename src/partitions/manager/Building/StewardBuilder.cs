// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// Makes the thread that restarts partitions, when schedules do so. It runs on the first CPU, in
/// windows of changeovers alone, and has the first CPU's place among the stacks and UTCB pages of
/// the manager's server threads.
/// </summary>
public static class StewardBuilder
{
    private const byte Priority = 240;
    private const uint Cpu = 0;
    private const MemoryAccess ReadWrite = MemoryAccess.Read | MemoryAccess.Write;

    /// <summary>Makes it and the semaphore that wakes it.</summary>
    /// <param name="context">The build.</param>
    /// <returns>Whether it was done.</returns>
    public static bool Build(ref BuildContext context)
    {
        bool isNeeded = SchedulePlan.Of(in context.View).HasRestarts;
        if (isNeeded) context.StewardSemaphore = context.Pool.Take();
        Steward.Prepare(in context);
        if (!isNeeded) return true;
        context.StewardThread = context.Pool.Take();
        PageRange stack = ServerStacks.RangeOf(Cpu);
        // Its stack is the last of the manager's.
        ulong offset = (ServerStacks.CountManagers(in context.View) - 1) * stack.Bytes;
        ResultCode code = SystemKernel.Map(
            Selectors.OwnDomain,
            Selectors.BootSegments + ServerStacks.FindManagers(in context.View), offset,
            stack.Start, stack.Bytes, ReadWrite);
        return context.Done(BuildStep.Manager, code)
            && context.Done(
                BuildStep.Manager, Kernel.CreateSemaphore(context.StewardSemaphore, 0, Cpu))
            && CreateThread(ref context);
    }

    /// <summary>Gives it time, after the windows.</summary>
    /// <param name="context">The build.</param>
    /// <returns>Whether it was done.</returns>
    public static bool Start(ref BuildContext context)
    {
        SchedulePlan plan = SchedulePlan.Of(in context.View);
        if (!plan.HasRestarts) return true;
        ResultCode code = SystemKernel.CreateSchedulingContext(
            context.Pool.Take(), context.StewardThread, Priority, 0, 0, plan.TimePartition);
        return context.Done(BuildStep.Start, code);
    }

    private static bool CreateThread(ref BuildContext context)
    {
        ThreadPlan plan = DomainBuilder.ServerPlan(Cpu, false, 0);
        plan.Domain = Selectors.OwnDomain;
        plan.Entry = context.View.Header.ManagerEntry;
        plan.Argument = Steward.Argument;
        ResultCode code = SystemKernel.CreateThread(context.StewardThread, in plan);
        return context.Done(BuildStep.Manager, code);
    }
}
