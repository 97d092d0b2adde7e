// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>The right to run: a priority, and a budget that renews each period.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct SchedulingContext : IPoolRow
{
    /// <summary>Common header; must be the first field.</summary>
    public ObjectHeader Header;

    /// <summary>The thread or virtual CPU that it belongs to.</summary>
    public Link<ExecutionContext> Home;

    /// <summary>Next in its run queue, or in the list of those that wait for the same
    /// context.</summary>
    public Link<SchedulingContext> Next;

    /// <summary>Previous in its run queue.</summary>
    public Link<SchedulingContext> Previous;

    private StoredLink _queue;

    /// <summary>The run queue that it is in while it is queued.</summary>
    public Link<RunQueue> Queue
    {
        readonly get => _queue.As<RunQueue>();
        set => _queue = value;
    }

    /// <summary>Place in the timer heap for its replenishment.</summary>
    public TimerNode Replenishment;

    /// <summary>Budget per period in ticks; 0: no limit.</summary>
    public ulong BudgetTicks;

    /// <summary>Period in ticks; 0: the budget renews as soon as it is used, behind its
    /// peers.</summary>
    public ulong PeriodTicks;

    /// <summary>Ticks left of the budget.</summary>
    public ulong RemainingTicks;

    /// <summary>Start of the current period.</summary>
    public ulong PeriodStart;

    /// <summary>Ticks consumed since creation.</summary>
    public ulong ConsumedTicks;

    /// <summary>Periods since creation whose budget ended while there was still work.</summary>
    public ulong OverrunCount;

    /// <summary>Semaphore to raise at each of them, or none.</summary>
    public Link<Semaphore> Overrun;

    /// <summary>0 (least urgent) to 255.</summary>
    public byte Priority;

    /// <summary>0: the background, which runs in every window that is not exclusive.</summary>
    public byte TimePartition;

    /// <summary>Where it is.</summary>
    public SchedulingState State;

    readonly bool IPoolRow.IsFree => Header.Kind == Abi.ObjectKind.None;
}
