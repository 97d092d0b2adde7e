// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// Makes the threads that a partition declares, and the main thread's body with them: each is a
/// carrier, which has the time, and a body, a server thread that runs the program's code.
/// </summary>
public static class ThreadBuilder
{
    /// <summary>Where the tag of a body in fault messages says its number.</summary>
    public const int TagShift = 12;

    /// <summary>Objects that the partition pays for because of its threads: bodies and
    /// carriers.</summary>
    /// <param name="view">The image.</param>
    /// <param name="id">Partition id.</param>
    /// <returns>Their number.</returns>
    public static uint CountPaid(in ImageView view, uint id)
    {
        uint count = view.ThreadCount(id);
        return count == 0 ? 0 : (2 * count) + 1;
    }

    /// <summary>Selectors that the manager needs for the threads of a partition: bodies and their
    /// portals and semaphores; carriers and their scheduling contexts; portal and semaphore of each
    /// server thread.</summary>
    /// <param name="view">The image.</param>
    /// <param name="id">Partition id.</param>
    /// <returns>Their number.</returns>
    public static uint CountSelectors(in ImageView view, uint id)
    {
        uint count = view.ThreadCount(id);
        if (count == 0) return 0;
        return (3 * (count + 1)) + (2 * count)
            + (2 * ThreadCpus.Count(view.Partition(id).ServerCpus));
    }

    /// <summary>Makes the contexts on a CPU.</summary>
    /// <param name="context">The build.</param>
    /// <param name="id">Partition id.</param>
    /// <param name="cpu">The CPU.</param>
    /// <param name="faultPortal">Where faults there are reported.</param>
    /// <returns>Whether it was done.</returns>
    public static bool Create(ref BuildContext context, uint id, uint cpu, uint faultPortal)
    {
        uint count = context.View.ThreadCount(id);
        if (count == 0) return true;
        for (uint number = 0; number <= count; number++)
        {
            if (CpuOf(in context.View, id, number) != cpu) continue;
            ThreadPlan plan = PlanOf(in context.View, id, number);
            plan.Domain = context.Slots[(int)id].Domain;
            plan.FaultPortal = faultPortal;
            bool isMade = CreateBody(ref context, id, number, plan)
                && (number == 0 || CreateCarrier(ref context, id, number, plan));
            if (!isMade) return false;
        }
        return true;
    }

    /// <summary>Gives the partition the portals and semaphores of its threads.</summary>
    /// <param name="context">The build.</param>
    /// <param name="id">Partition id.</param>
    /// <returns>Whether it was done.</returns>
    public static bool Connect(ref BuildContext context, uint id)
    {
        uint count = context.View.ThreadCount(id);
        if (count == 0) return true;
        for (uint number = 0; number <= count; number++)
        {
            uint body = context.Slots[(int)id].Bodies[(int)number];
            uint cpu = CpuOf(in context.View, id, number);
            bool isGiven = GivePortal(
                    ref context, id, body, Badge.Body | number, Selectors.BodyPortal + number)
                && GiveSemaphore(ref context, id, cpu, Selectors.ThreadSemaphore + number);
            if (!isGiven) return false;
        }
        for (uint cpu = 0; cpu < Limits.CpusMax; cpu++)
        {
            uint server = context.Slots[(int)id].Servers[(int)cpu];
            bool isGiven = server == Selectors.Null
                || (GivePortal(
                        ref context, id, server, Badge.Help | cpu, Selectors.ServerHelp + cpu)
                    && GiveSemaphore(ref context, id, cpu, Selectors.ServerSemaphore + cpu));
            if (!isGiven) return false;
        }
        return true;
    }

    /// <summary>Starts the carriers, which wait for the program to start their threads.</summary>
    /// <param name="context">The build.</param>
    /// <param name="id">Partition id.</param>
    /// <returns>Whether it was done.</returns>
    public static bool Start(ref BuildContext context, uint id)
    {
        for (uint number = 1; number <= context.View.ThreadCount(id); number++)
        {
            ref readonly ThreadInfo thread = ref context.View.Thread(id, number);
            ulong budget = TickConversion.ToTicks(thread.BudgetNanoseconds, context.Frequency);
            ulong period = TickConversion.ToTicks(thread.PeriodNanoseconds, context.Frequency);
            uint scheduling = context.Pool.Take();
            context.Slots[(int)id].Schedulings[(int)number] = scheduling;
            ResultCode code = SystemKernel.CreateSchedulingContext(
                scheduling, context.Slots[(int)id].Carriers[(int)number], thread.Priority, budget,
                period, context.View.Partition(id).TimePartition,
                period == 0 ? 0 : context.OverrunSemaphore);
            if (!context.Done(BuildStep.Start, code)) return false;
        }
        return true;
    }

    private static uint CpuOf(in ImageView view, uint id, uint number) =>
        number == 0 ? view.Partition(id).Cpu : view.Thread(id, number).Cpu;

    private static ThreadPlan PlanOf(in ImageView view, uint id, uint number)
    {
        ref readonly PartitionRecord partition = ref view.Partition(id);
        ThreadPlan plan = default;
        plan.Cpu = CpuOf(in view, id, number);
        plan.Tag = id | (number << TagShift);
        plan.StackTop = number == 0 ? partition.StackTop : ThreadStacks.TopOf(number);
        return plan;
    }

    private static bool CreateBody(
        ref BuildContext context, uint id, uint number, ThreadPlan plan)
    {
        plan.Utcb = PageOf((2 * number) + 1);
        uint body = context.Pool.Take();
        context.Slots[(int)id].Bodies[(int)number] = body;
        return context.Done(BuildStep.Thread, SystemKernel.CreateThread(body, in plan));
    }

    private static bool CreateCarrier(
        ref BuildContext context, uint id, uint number, ThreadPlan plan)
    {
        plan.Utcb = PageOf(2 * number);
        plan.StackTop = 0;
        plan.Entry = context.View.Partition(id).Entry + NativeLayout.CarrierEntryOffset;
        plan.Argument = Selectors.ThreadSemaphore + number;
        uint carrier = context.Pool.Take();
        context.Slots[(int)id].Carriers[(int)number] = carrier;
        return context.Done(BuildStep.Thread, SystemKernel.CreateThread(carrier, in plan));
    }

    private static ulong PageOf(uint offset) =>
        NativeLayout.Utcb + ((NativeLayout.FirstThread + offset) * Limits.PageBytes);

    private static bool GivePortal(
        ref BuildContext context, uint id, uint server, ulong badge, uint target)
    {
        uint portal = context.Pool.Take();
        ulong entry = context.View.Partition(id).Entry + NativeLayout.BodyEntryOffset;
        ResultCode code = SystemKernel.CreatePortal(
            portal, server, entry, badge, RegisterGroups.None);
        if (!context.Done(BuildStep.Portal, code)) return false;
        code = SystemKernel.Delegate(
            portal, context.Slots[(int)id].Domain, target, Rights.PortalCall);
        return context.Done(BuildStep.Portal, code);
    }

    private static bool GiveSemaphore(ref BuildContext context, uint id, uint cpu, uint target)
    {
        uint semaphore = context.Pool.Take();
        ResultCode code = Kernel.CreateSemaphore(semaphore, 0, cpu);
        if (!context.Done(BuildStep.Portal, code)) return false;
        code = SystemKernel.Delegate(
            semaphore, context.Slots[(int)id].Domain, target, Rights.SemaphoreAll);
        return context.Done(BuildStep.Portal, code);
    }
}
