// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// Builds the whole system in order: the manager's own service, every domain with its memory and
/// threads, then what connects them, and only when all of it exists the scheduling contexts that
/// make it run; the first schedule begins last.
/// </summary>
public static class SystemBuilder
{
    /// <summary>Builds and starts everything, or nothing.</summary>
    /// <param name="context">Checked image; afterwards what was created, or the first
    /// refusal.</param>
    /// <returns>Whether everything runs.</returns>
    public static bool Build(ref BuildContext context)
    {
        bool hasService = ServiceBuilder.Build(ref context) && StewardBuilder.Build(ref context)
            && OverrunMonitor.Build(ref context);
        if (!hasService) return false;
        for (uint id = 0; id < context.PartitionCount; id++)
        {
            context.Enter(id);
            if (!DomainBuilder.Build(ref context, id)) return false;
        }
        for (uint id = 0; id < context.PartitionCount; id++)
        {
            context.Enter(id);
            if (!Connect(ref context, id)) return false;
        }
        context.Enter(Limits.PartitionsMax);
        if (!ConnectionBuilder.ConnectManager(ref context)
            || !ScheduleBuilder.AddWindows(ref context)
            || !StewardBuilder.Start(ref context)
            || !Starter.Start(ref context)) return false;
        context.Enter(Limits.PartitionsMax);
        return ScheduleBuilder.Begin(ref context);
    }

    /// <summary>Builds one partition again and starts it, when all that was made of it is
    /// gone.</summary>
    /// <param name="context">The build; it knows how the partition starts.</param>
    /// <param name="id">Partition id.</param>
    /// <returns>Whether it runs.</returns>
    public static bool BuildAgain(ref BuildContext context, uint id)
    {
        context.EnterAgain(id);
        return IsUnaltered(ref context, id) && GuestMemory.Clear(ref context, id)
            && DomainBuilder.Build(ref context, id) && Connect(ref context, id)
            && Starter.StartPartition(ref context, id);
    }

    // Nobody can write to the image, but memory can lose a bit.
    private static bool IsUnaltered(ref BuildContext context, uint id)
    {
        Verdict verdict = ContentCheck.Check(in context.View, id);
        return verdict.IsAccepted || context.Done(
            BuildStep.Program, new ResultCode(Status.BadParameter, verdict.Reason));
    }

    private static bool Connect(ref BuildContext context, uint id) =>
        InterruptBuilder.Build(ref context, id)
        && ConnectionBuilder.Build(ref context, id)
        && MachineBuilder.Build(ref context, id)
        && ScheduleBuilder.GiveRights(ref context, id);
}
