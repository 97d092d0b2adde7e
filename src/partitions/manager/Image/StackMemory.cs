// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Partitions.Manager;

/// <summary>Memory for stacks that are no part of a program.</summary>
public static class StackMemory
{
    /// <summary>Whether a partition has memory that it may write exactly at a range.</summary>
    /// <param name="view">The image.</param>
    /// <param name="partition">The partition.</param>
    /// <param name="range">The range of the stack.</param>
    /// <returns>True when it has.</returns>
    public static bool IsAt(
        in ImageView view, in PartitionRecord partition, PageRange range)
    {
        for (uint offset = 0; offset < partition.ResourceCount; offset++)
        {
            ref readonly ResourceRecord resource = ref view.Resource(
                partition.FirstResource + offset);
            bool isIt = resource.Kind == ResourceKind.Memory && resource.Address == range.Start
                && resource.Bytes == range.Bytes
                && (resource.Access & MemoryAccess.Write) != 0;
            if (isIt) return true;
        }
        return false;
    }
}
