// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Partitions.Manager;

/// <summary>Where the stacks of declared threads are.</summary>
public static class ThreadStacks
{
    /// <summary>The range of a thread's stack.</summary>
    /// <param name="number">The thread's number in its partition, from 1.</param>
    /// <returns>The range.</returns>
    public static PageRange RangeOf(uint number) => new(
        NativeLayout.ThreadStacks + ((number + 1) * NativeLayout.ThreadStackStride)
            - NativeLayout.ThreadStackBytes,
        NativeLayout.ThreadStackBytes);

    /// <summary>Initial stack pointer of a thread.</summary>
    /// <param name="number">The thread's number in its partition, from 1.</param>
    /// <returns>The address.</returns>
    public static ulong TopOf(uint number) =>
        RangeOf(number).Start + NativeLayout.ThreadStackBytes;

    /// <summary>Whether a resource is such a stack.</summary>
    /// <param name="resource">The resource.</param>
    /// <returns>True when it is.</returns>
    public static bool IsStack(in ResourceRecord resource) =>
        resource.Kind == ResourceKind.Memory
        && resource.Address - NativeLayout.ThreadStacks
            < (1 + NativeLayout.ThreadsDeclaredMax) * NativeLayout.ThreadStackStride;

    /// <summary>Whether a partition has memory for a thread's stack.</summary>
    /// <param name="view">The image.</param>
    /// <param name="partition">The partition.</param>
    /// <param name="number">The thread's number in it, from 1.</param>
    /// <returns>True when it has.</returns>
    public static bool HasStack(in ImageView view, in PartitionRecord partition, uint number) =>
        StackMemory.IsAt(in view, in partition, RangeOf(number));
}
