// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Native;

/// <summary>The partition that the program runs in.</summary>
public static class Partition
{
    /// <summary>What the partition has.</summary>
    public static ref readonly PartitionInfo Info => ref Native.Info();

    /// <summary>What the program finds in its memory. After a warm start its statics are as they
    /// were when its threads were stopped, perhaps in the middle of a change; everything that it
    /// has of the kernel is new: selectors from <see cref="Selectors.Free"/> on are empty, nobody
    /// is waiting, interrupts have not come.</summary>
    public static StartMode StartMode => Info.StartMode;

    /// <summary>Why the partition was started.</summary>
    public static StartCondition StartCondition => Info.StartCondition;

    /// <summary>Which start since the machine's this is, 1 for the first.</summary>
    public static uint StartCount => Info.StartCount;

    /// <summary>CPU that the calling thread runs on.</summary>
    public static uint Cpu
    {
        get
        {
            uint thread = Native.ThreadPlace();
            return thread < Portal.FirstOfOtherCpus
                ? Info.Cpu : thread - Portal.FirstOfOtherCpus;
        }
    }

    /// <summary>A window of the partition.</summary>
    /// <param name="index">Index in <see cref="PartitionInfo.Windows"/>, below
    /// <see cref="PartitionInfo.WindowCount"/>; anything else is a panic.</param>
    /// <returns>The window.</returns>
    public static MemoryWindow Window(int index) => new(in Info.Windows[index]);

    /// <summary>Finds the next window of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="start">First index to look at.</param>
    /// <returns>Its index, or -1.</returns>
    public static int FindWindow(WindowKind kind, int start = 0)
    {
        ref readonly PartitionInfo info = ref Info;
        for (int index = start; index < (int)info.WindowCount; index++)
        {
            if (info.Windows[index].Kind == kind) return index;
        }
        return -1;
    }

    /// <summary>Tells the manager that the partition has nothing more to do.</summary>
    /// <returns>Success, or why the manager could not be told.</returns>
    public static ResultCode ReportDone() =>
        Portal.Manager.Call((uint)ManagerProtocol.PartitionDone, 0).Code;
}
