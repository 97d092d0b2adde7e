// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// Gives a partition its program: read-only segments in place, out of the image; writable ones
/// copied into memory of its own, where they stay as they are when it starts warm.
/// </summary>
public static class ProgramLoader
{
    /// <summary>Loads it.</summary>
    /// <param name="context">The build.</param>
    /// <param name="id">Partition id.</param>
    /// <returns>Whether it was loaded.</returns>
    public static bool Load(ref BuildContext context, uint id)
    {
        ref readonly PartitionRecord partition = ref context.View.Partition(id);
        uint domain = context.Slots[(int)id].Domain;
        for (uint offset = 0; offset < partition.SegmentCount; offset++)
        {
            ref readonly SegmentRecord segment = ref context.View.Segment(
                partition.FirstSegment + offset);
            bool isFilled = !SegmentCheck.IsWritable(in segment)
                || context.StartMode == StartMode.WarmStart || Fill(ref context, in segment);
            if (!isFilled) return false;
            ResultCode code = SystemKernel.Map(
                domain, Selectors.BootSegments + segment.Memory, segment.MemoryOffset,
                segment.Address, segment.MemoryBytes, segment.Access);
            if (!context.Done(BuildStep.Program, code)) return false;
        }
        return true;
    }

    private static bool Fill(ref BuildContext context, in SegmentRecord segment)
    {
        ResultCode code = Workbench.Open(
            segment.Memory, segment.MemoryOffset, segment.MemoryBytes, out MemoryWindow window);
        if (!context.Done(BuildStep.Program, code)) return false;
        window.CopyFrom(0, context.View.Slice(segment.ImageOffset, segment.FileBytes));
        window.Clear(segment.FileBytes, segment.MemoryBytes - segment.FileBytes);
        return context.Done(BuildStep.Program, Workbench.Close(in window));
    }
}
