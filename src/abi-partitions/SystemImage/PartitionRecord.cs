// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bulkhead.Abi.SystemImage;

/// <summary>A partition: a native program, or a virtual machine together with its monitor
/// program.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct PartitionRecord
{
    /// <summary>Name, 1 to 24 characters of a-z, 0-9, '-' and '_'.</summary>
    public PartitionName Name;

    /// <summary>Id: its index in the table.</summary>
    public uint Id;

    /// <summary>Priority of its main thread, 0 to 255.</summary>
    public uint Priority;

    /// <summary>Budget per period in nanoseconds, 0: no limit.</summary>
    public ulong BudgetNanoseconds;

    /// <summary>Period in nanoseconds, 0: none.</summary>
    public ulong PeriodNanoseconds;

    /// <summary>Argument handed to the program.</summary>
    public ulong Argument;

    /// <summary>Entry address of the program; its portal entry is
    /// <see cref="NativeLayout.PortalEntryOffset"/> bytes behind.</summary>
    public ulong Entry;

    /// <summary>Initial stack pointer of the main thread.</summary>
    public ulong StackTop;

    /// <summary>Initial stack pointer of the server thread.</summary>
    public ulong ServerStackTop;

    /// <summary>Where a thread of the program goes on after a fault that may become an exception
    /// (<see cref="FaultWord"/>); 0: a fault stops its thread.</summary>
    public ulong FaultEntry;

    /// <summary>First of its <see cref="SegmentRecord"/>s.</summary>
    public uint FirstSegment;

    /// <summary>Number of its segments.</summary>
    public uint SegmentCount;

    /// <summary>First of its <see cref="ResourceRecord"/>s.</summary>
    public uint FirstResource;

    /// <summary>Number of its resources.</summary>
    public uint ResourceCount;

    /// <summary>The virtual machine; <see cref="VirtualMachineInfo.MemoryBytes"/> 0: a native
    /// partition only.
    /// </summary>
    public VirtualMachineInfo Machine;

    /// <summary>Priority of the virtual CPUs.</summary>
    public uint VcpuPriority;

    /// <summary>Stage-2 table pages of the program's domain.</summary>
    public ushort TablePages;

    /// <summary>Stage-2 table pages of the guest's domain.</summary>
    public ushort GuestTablePages;

    /// <summary>Time partition of its main thread and virtual CPUs, named by a
    /// <see cref="FrameWindowRecord"/>; 0: the background.</summary>
    public uint TimePartition;

    /// <summary>Rights to the system object that it gets at <see cref="Selectors.System"/>:
    /// <see cref="Rights.SystemSchedule"/> or none.</summary>
    public Rights SystemRights;

    /// <summary>CPU of its main thread, below <see cref="SystemImageHeader.CpuCount"/>. Its
    /// semaphores and interrupts have their home there.</summary>
    public uint Cpu;

    /// <summary>Bit n set: a server thread of it runs on CPU n, for callers and virtual CPUs there.
    /// None when nobody calls it, otherwise its own CPU's bit is among them. The thread of
    /// another CPU than its own has its stack at <see cref="NativeLayout.ServerStacks"/>.</summary>
    public uint ServerCpus;

    /// <summary>What happens to it when each schedule begins; other actions than
    /// <see cref="ScheduleChangeAction.Ignore"/> need a <see cref="TimePartition"/>.</summary>
    public ScheduleActionTable ScheduleActions;

    /// <summary>Where its declared threads are, <see cref="ThreadInfo"/>s in the table area:
    /// offset from the header, a multiple of 8, plus their number in the bits of
    /// <see cref="ThreadCountMask"/>. 0: none.</summary>
    public uint Threads;

    /// <summary>Bits of <see cref="Threads"/> that hold the number.</summary>
    public const uint ThreadCountMask = 7;

    /// <summary>Actions by schedule.</summary>
    [InlineArray(Limits.SchedulesMax)]
    public struct ScheduleActionTable
    {
        private ScheduleChangeAction _element;
    }
}
