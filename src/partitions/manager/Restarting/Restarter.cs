// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// Restarts partitions: everything that the kernel has of one is destroyed and made again out of
/// the image, which is mapped for as long as that takes. What it pays for goes with it, so that the
/// kernel has as much left afterwards as before.
/// </summary>
public static class Restarter
{
    /// <summary>Restarts those that a schedule restarts.</summary>
    /// <param name="record">What was built.</param>
    /// <param name="schedule">The schedule.</param>
    public static void Restart(ref SystemRecord record, uint schedule)
    {
        ulong bytes = (record.ImageBytes + Limits.PageBytes - 1) & ~(Limits.PageBytes - 1);
        ResultCode code = SystemKernel.Map(
            Selectors.OwnDomain, Selectors.BootSegments, 0, BootLayout.Image, bytes,
            MemoryAccess.Read);
        if (!code.IsSuccess)
        {
            RestartText.WriteFailure("the image cannot be read"u8, code);
            return;
        }
        var window = MemoryWindow.OfMapping(BootLayout.Image, bytes, MemoryAccess.Read);
        // Nobody can write to it: what was checked at the start still holds.
        var view = new ImageView(window.Read(0, (int)record.ImageBytes));
        BuildContext context = record.Resume(view);
        for (uint id = 0; id < context.PartitionCount; id++)
        {
            ScheduleChangeAction action = SchedulePlan.ActionOf(in view.Partition(id), schedule);
            if (action == ScheduleChangeAction.Ignore) continue;
            Prepare(ref context, id, action);
            End(ref context, id);
            bool isBuilt = SystemBuilder.BuildAgain(ref context, id);
            RestartText.Write(in context, id, isBuilt);
            if (!isBuilt) End(ref context, id);
            context.Failure = ResultCode.Success;
        }
        record.Keep(in context);
        SystemKernel.Unmap(Selectors.OwnDomain, BootLayout.Image, bytes);
    }

    private static void Prepare(
        ref BuildContext context, uint id, ScheduleChangeAction action)
    {
        context.StartMode = action == ScheduleChangeAction.WarmStart
            ? StartMode.WarmStart : StartMode.ColdStart;
        context.StartCondition = StartCondition.ScheduleChange;
        context.StartCount = Steward.Control.CountStart(id);
    }

    // The guest's virtual CPUs call the program's threads, so they end first. Whatever is refused
    // went with what was revoked before it.
    private static void End(ref BuildContext context, uint id)
    {
        ref PartitionSlots slots = ref context.Slots[(int)id];
        if (slots.GuestDomain != Selectors.Null) SystemKernel.Revoke(slots.GuestDomain, true);
        if (slots.Domain != Selectors.Null) SystemKernel.Revoke(slots.Domain, true);
        for (uint selector = context.Pool.FindOwned(id, 1); selector != Selectors.Null;
            selector = context.Pool.FindOwned(id, selector + 1))
        {
            SystemKernel.Revoke(selector, true);
        }
    }
}
