// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Scheduling;

/// <summary>What belongs to one CPU alone.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct Cpu
{
    /// <summary>Scheduling context that pays for what runs now; none while idle.</summary>
    public Link<SchedulingContext> Current;

    /// <summary>Context whose vector registers are in the hardware, or none.</summary>
    public Link<ExecutionContext> VectorOwner;

    /// <summary>Virtual CPU whose system registers are in the hardware, or none.</summary>
    public Link<ExecutionContext> SystemOwner;

    /// <summary>1 when something woke that may be more urgent than what runs.</summary>
    public byte MustDispatch;

    /// <summary>1 while native system-register values are in the hardware.</summary>
    public byte IsNativeMode;

    /// <summary>Number of the CPU.</summary>
    public ushort Number;

    /// <summary>When <see cref="Current"/> was last charged.</summary>
    public ulong ChargedUntil;

    /// <summary>What the hardware timer is set to.</summary>
    public ulong ArmedTicks;

    /// <summary>When the open window ends; all ones: no window is open.</summary>
    public ulong WindowEndTicks;

    /// <summary>When the current major frame began.</summary>
    public ulong FrameTicks;

    /// <summary>When the schedule in use began.</summary>
    public ulong ScheduleTicks;

    /// <summary>The run queue of the open window's time partition; none: only the background
    /// runs.</summary>
    public Link<RunQueue> Windowed;

    /// <summary>A bit for each time partition that may run now. While only the background may, and
    /// before the first schedule, it is 1.</summary>
    public ushort Eligible;

    /// <summary>The schedule in use, plus one; 0: none.</summary>
    public byte Schedule;

    /// <summary>Index of the open window in its schedule, plus one.</summary>
    public byte Window;

    /// <summary>Scheduling context that stays in the run queue although its guest has halted, while
    /// the CPU idles.</summary>
    public Link<SchedulingContext> Resting;

    /// <summary>Whether the owner of the structure lock holds this CPU still, see
    /// <see cref="Processors.Standing"/>.</summary>
    public uint Standing;

    /// <summary>How often this CPU lets others have the structure lock first.</summary>
    public byte Courtesy;

    /// <summary>1 once the CPU takes interrupts.</summary>
    public byte IsOnline;

    /// <summary>What other CPUs have sent to this one.</summary>
    public SignalWords Signals;

    /// <summary>Run queues of the time partitions that have a window in some schedule.</summary>
    public WindowQueueTable WindowQueues;

    /// <summary>Runnable scheduling contexts of the background.</summary>
    public RunQueue Queue;

    /// <summary>Timers.</summary>
    public TimerHeap Timers;

    /// <summary>Run queues by time partition; the background's is not among them.</summary>
    [InlineArray(Limits.TimePartitionsMax)]
    public struct WindowQueueTable { private Link<RunQueue> _element; }
}
