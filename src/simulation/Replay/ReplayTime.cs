// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Replay;

/// <summary>
/// How time goes in a trace: in epochs, each far longer than everything that a trace executes.
/// Under QEMU time passes with instructions, and at once while a thread waits for the kernel's
/// timer; so a deadline at the beginning of an epoch is met when a thread waits for it, and never
/// before, however long an event takes.
/// </summary>
public static class ReplayTime
{
    /// <summary>Ticks of an epoch: 17 seconds of the target's counter.</summary>
    public const ulong EpochTicks = 1ul << 30;

    /// <summary>A deadline that is later than every epoch.</summary>
    public const ulong FarTicks = 1ul << 60;

    /// <summary>A deadline that does not come.</summary>
    public const ulong NeverTicks = 1ul << 62;

    /// <summary>The shortest budget: half a year of the target's counter.</summary>
    public const ulong BudgetTicksMin = 1ul << 50;

    // Epochs before the first that a deadline may have: the target boots in them.
    private const ulong FirstEpoch = 8;

    /// <summary>When the epoch of an event begins.</summary>
    /// <param name="index">The event's index in its list, below 2^19.</param>
    /// <returns>Ticks of both worlds' counters.</returns>
    public static ulong EpochOf(int index) => (FirstEpoch + (ulong)index) * EpochTicks;

    /// <summary>Whether a deadline means the same to host and target.</summary>
    /// <param name="deadline">The deadline, in ticks.</param>
    /// <param name="now">The host's counter; the target's may be anywhere in the same
    /// epoch.</param>
    /// <returns>Whether it is past, far, or the beginning of an epoch.</returns>
    public static bool IsExact(ulong deadline, ulong now) =>
        deadline <= now || deadline >= FarTicks || deadline % EpochTicks == 0;
}
