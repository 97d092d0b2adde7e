// SPDX-License-Identifier: MIT
using System;
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
    /// <summary>Restarts those that a schedule restarts. Who cannot be restarted stays off, and
    /// that is said: his old code has no place in the new schedule.</summary>
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
            EndAll(in record, schedule, code);
            return;
        }
        var window = MemoryWindow.OfMapping(BootLayout.Image, bytes, MemoryAccess.Read);
        ReadOnlySpan<byte> image = window.Read(0, (int)record.ImageBytes);
        // Nobody can write to it, but memory can lose a bit.
        Verdict verdict = HeaderCheck.Check(image);
        if (verdict.IsAccepted) RestartAll(ref record, new ImageView(image), schedule);
        else EndAll(in record, schedule, new ResultCode(Status.BadParameter, verdict.Reason));
        SystemKernel.Unmap(Selectors.OwnDomain, BootLayout.Image, bytes);
    }

    private static void RestartAll(ref SystemRecord record, ImageView view, uint schedule)
    {
        BuildContext context = record.Resume(view);
        for (uint id = 0; id < context.PartitionCount; id++)
        {
            if (!record.IsRestarted(schedule, id)) continue;
            Prepare(ref context, id, SchedulePlan.ActionOf(in view.Partition(id), schedule));
            record.End(id);
            bool isBuilt = SystemBuilder.BuildAgain(ref context, id);
            RestartText.Write(in context, id, isBuilt);
            if (!isBuilt) record.End(id);
            context.Failure = ResultCode.Success;
        }
        record.Keep(in context);
    }

    // Without the image nobody can be restarted.
    private static void EndAll(in SystemRecord record, uint schedule, ResultCode code)
    {
        for (uint id = 0; id < Limits.PartitionsMax; id++)
        {
            if (!record.IsRestarted(schedule, id)) continue;
            Steward.Control.CountStart(id);
            record.End(id);
        }
        RestartText.WriteFailure("all that this schedule restarts"u8, code);
    }

    private static void Prepare(
        ref BuildContext context, uint id, ScheduleChangeAction action)
    {
        context.StartMode = action == ScheduleChangeAction.WarmStart
            ? StartMode.WarmStart : StartMode.ColdStart;
        context.StartCondition = StartCondition.ScheduleChange;
        context.StartCount = Steward.Control.CountStart(id);
    }
}
