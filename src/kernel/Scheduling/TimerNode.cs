// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Scheduling;

/// <summary>A place in a CPU's timer heap.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct TimerNode
{
    /// <summary>When it expires, in ticks.</summary>
    public ulong Ticks;

    private StoredLink _context;

    /// <summary>The context that waits (deadline, virtual timer).</summary>
    public Link<ExecutionContext> Context
    {
        readonly get => _context.As<ExecutionContext>();
        set => _context = value;
    }

    private StoredLink _scheduling;

    /// <summary>The scheduling context that waits (replenishment).</summary>
    public Link<SchedulingContext> Scheduling
    {
        readonly get => _scheduling.As<SchedulingContext>();
        set => _scheduling = value;
    }

    /// <summary>Index in the heap plus one; 0: not armed.</summary>
    public ushort Place;

    /// <summary>What expires.</summary>
    public TimerKind Kind;

    /// <summary>Whether it is in the heap.</summary>
    public readonly bool IsArmed => Place != 0;
}
