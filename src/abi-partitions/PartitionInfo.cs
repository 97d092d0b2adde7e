// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bulkhead.Abi;

/// <summary>
/// The read-only page at <see cref="NativeLayout.PartitionInfo"/> that tells a native partition
/// what it has. At most one page.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct PartitionInfo
{
    /// <summary>Expected value of <see cref="Magic"/>: "BHPARTIN" in memory order.</summary>
    public const ulong MagicValue = 0x4e49_5452_4150_4842;

    /// <summary>Most windows of a partition.</summary>
    public const int WindowsMax = 48;

    /// <summary><see cref="MagicValue"/>.</summary>
    public ulong Magic;

    /// <summary><see cref="AbiVersion.Current"/> of the manager.</summary>
    public uint Version;

    /// <summary>Partition id, 0 to <see cref="Limits.PartitionsMax"/> - 1.</summary>
    public uint Id;

    /// <summary>Name, ASCII, padded with zeros.</summary>
    public PartitionName Name;

    /// <summary>Activation period in nanoseconds, 0 if the description gives none.</summary>
    public ulong PeriodNanoseconds;

    /// <summary>System-counter frequency in Hz.</summary>
    public ulong CounterFrequency;

    /// <summary>Argument from the description (<c>argument:</c>), 0 if none.</summary>
    public ulong Argument;

    /// <summary>Number of valid <see cref="Windows"/>.</summary>
    public uint WindowCount;

    /// <summary>Bit n set: partition n is a client of this server partition.</summary>
    public uint ClientMask;

    /// <summary>Bit n set: client n has a terminal channel (gets input).</summary>
    public uint TerminalMask;

    /// <summary>Partition id that has the console's input first.</summary>
    public uint ConsoleFocus;

    /// <summary>Key that switches the console's input, an ASCII control code.</summary>
    public uint ConsoleEscapeKey;

    /// <summary>CPU of the partition's main thread; its semaphores and interrupts have their home
    /// there.</summary>
    public uint Cpu;

    /// <summary>Names of the partitions by id, for the console's tags (empty: no such
    /// partition).</summary>
    public PartitionNames Names;

    /// <summary>The virtual machine, all zero when there is none.</summary>
    public VirtualMachineInfo Machine;

    /// <summary>What is mapped besides program and UTCB.</summary>
    public WindowTable Windows;

    /// <summary>What the partition finds in its memory.</summary>
    public StartMode StartMode;

    /// <summary>Why it was started.</summary>
    public StartCondition StartCondition;

    /// <summary>Which start since the machine's this is, 1 for the first.</summary>
    public uint StartCount;

    /// <summary>Number of valid <see cref="Threads"/>: those that the description
    /// declares.</summary>
    public uint ThreadCount;

    /// <summary>The declared threads; number n of the partition's threads is at n - 1.</summary>
    public ThreadTable Threads;

    /// <summary>Priority of the main thread, 0 to 255.</summary>
    public uint Priority;

    /// <summary>Zero.</summary>
    public uint Reserved;

    /// <summary>The names.</summary>
    [InlineArray(Limits.PartitionsMax)]
    public struct PartitionNames
    {
        private PartitionName _element;
    }

    /// <summary>The threads.</summary>
    [InlineArray(NativeLayout.ThreadsDeclaredMax)]
    public struct ThreadTable
    {
        private ThreadInfo _element;
    }

    /// <summary>The windows.</summary>
    [InlineArray(WindowsMax)]
    public struct WindowTable
    {
        private WindowInfo _element;
    }
}
