// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using Bulkhead.Kernel.Objects;
using Bulkhead.Pools;

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

    /// <summary>Runnable scheduling contexts.</summary>
    public RunQueue Queue;

    /// <summary>Timers.</summary>
    public TimerHeap Timers;
}
