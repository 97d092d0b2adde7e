// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Objects;

/// <summary>Priority, budget and period: what makes an execution context run.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Context">The execution context whose time it is; none: that is gone.</param>
/// <param name="Priority">0 to 255, 255 first.</param>
/// <param name="BudgetTicks">Ticks that it may use per round or period; 0: no limit.</param>
/// <param name="PeriodTicks">Ticks between two replenishments; 0: round robin.</param>
/// <param name="TimePartition">It runs while a window of this time partition is open; 0: in every
/// window that is not another's alone.</param>
public sealed record SchedulingContext(
    ObjectId Id, ObjectId Context, byte Priority, ulong BudgetTicks, ulong PeriodTicks,
    byte TimePartition = 0)
    : KernelObject(Id)
{
    /// <summary>Greatest budget and period.</summary>
    public const ulong TicksMax = 1ul << 62;

    /// <summary>Ticks left of the budget, when there is one.</summary>
    public ulong RemainingTicks { get; init; }

    /// <summary>When the period began, in ticks, as far as somebody looked.</summary>
    public ulong PeriodStartTicks { get; init; }

    /// <summary>Ticks that it was charged with since its creation.</summary>
    public ulong ConsumedTicks { get; init; }

    /// <summary>Periods whose budget ended before the work.</summary>
    public ulong OverrunCount { get; init; }

    /// <summary>Semaphore that is raised at each of them, or none.</summary>
    public ObjectId Overrun { get; init; }

    /// <summary>Whether its use of time is limited.</summary>
    public bool IsLimited => BudgetTicks != 0;

    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.SchedulingContext;
}
