// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Partitions.Manager;

/// <summary>Where the stacks of server threads on other CPUs than the partition's own are, and the
/// memory that the manager's own live in.</summary>
public static class ServerStacks
{
    /// <summary>The range of the stack on a CPU.</summary>
    /// <param name="cpu">The CPU.</param>
    /// <returns>The range.</returns>
    public static PageRange RangeOf(uint cpu) => new(
        NativeLayout.ServerStacks + ((cpu + 1) * NativeLayout.ServerStackStride)
            - NativeLayout.ServerStackBytes,
        NativeLayout.ServerStackBytes);

    /// <summary>Initial stack pointer on a CPU.</summary>
    /// <param name="cpu">The CPU.</param>
    /// <returns>The address.</returns>
    public static ulong TopOf(uint cpu) => RangeOf(cpu).Start + RangeOf(cpu).Bytes;

    /// <summary>Whether a resource is such a stack.</summary>
    /// <param name="resource">The resource.</param>
    /// <returns>True when it is.</returns>
    public static bool IsStack(in ResourceRecord resource) =>
        resource.Kind == ResourceKind.Memory
        && resource.Address - NativeLayout.ServerStacks
            < Limits.CpusMax * NativeLayout.ServerStackStride;

    /// <summary>Whether a partition has memory for the stack on a CPU.</summary>
    /// <param name="view">The image.</param>
    /// <param name="partition">The partition.</param>
    /// <param name="cpu">The CPU.</param>
    /// <returns>True when it has.</returns>
    public static bool HasStack(in ImageView view, in PartitionRecord partition, uint cpu) =>
        StackMemory.IsAt(in view, in partition, RangeOf(cpu));

    /// <summary>Finds the memory of the manager's own stacks, one after the other by
    /// CPU.</summary>
    /// <param name="view">The image.</param>
    /// <returns>Index of the memory record; 0 when there is none.</returns>
    public static uint FindManagers(in ImageView view)
    {
        ulong bytes = CountManagers(in view) * NativeLayout.ServerStackBytes;
        for (uint index = 1; bytes != 0 && index < view.Header.Memory.Count; index++)
        {
            ref readonly MemoryRecord memory = ref view.Memory(index);
            bool isIt = memory.Partition == uint.MaxValue && memory.Bytes >= bytes
                && (memory.Access & (MemoryAccess.Write | MemoryAccess.Device))
                    == MemoryAccess.Write;
            if (isIt) return index;
        }
        return 0;
    }

    /// <summary>Counts the manager's own stacks there: one for each CPU but the first, whose is a
    /// part of its program, and the steward's in the first CPU's place.</summary>
    /// <param name="view">The image.</param>
    /// <returns>Their number.</returns>
    public static uint CountManagers(in ImageView view) =>
        ThreadCpus.Count(ThreadCpus.OfAll(in view)) - 1
        + (SchedulePlan.Of(in view).HasRestarts ? 1u : 0);
}
