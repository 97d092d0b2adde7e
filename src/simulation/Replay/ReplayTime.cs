// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Replay;

/// <summary>
/// How time goes in a trace: in epochs, each longer than everything that a trace executes. The
/// simulation's counter stands at the beginning of an epoch, the target's is somewhere in its first
/// half. Under QEMU time passes with instructions, and at once while a thread waits for the
/// kernel's timer; so a deadline at the beginning of a later epoch is met when something waits
/// for it, and never before, however long an event takes.
/// </summary>
public static class ReplayTime
{
    /// <summary>Ticks of an epoch: 8.4 ms of the target's counter, as many million
    /// instructions.</summary>
    public const ulong EpochTicks = 1ul << 19;

    /// <summary>A deadline that is later than every epoch.</summary>
    public const ulong FarTicks = 1ul << 60;

    /// <summary>A deadline that does not come.</summary>
    public const ulong NeverTicks = 1ul << 62;

    /// <summary>The shortest budget: half a year of the target's counter.</summary>
    public const ulong BudgetTicksMin = 1ul << 50;

    /// <summary>The simulation's counter when a trace begins.</summary>
    public const ulong StartTicks = 1000;

    /// <summary>Epochs are fewer.</summary>
    public const int EpochsMax = 1 << 20;

    // The target boots in those before.
    private const ulong FirstEpoch = 20;

    /// <summary>When an epoch begins.</summary>
    /// <param name="number">0 to <see cref="EpochsMax"/> - 1.</param>
    /// <returns>Ticks of both worlds' counters.</returns>
    public static ulong BeginOf(int number) => (FirstEpoch + (ulong)number) * EpochTicks;

    /// <summary>Whether a deadline means the same to host and target.</summary>
    /// <param name="deadline">The deadline, in ticks.</param>
    /// <param name="now">The simulation's counter.</param>
    /// <returns>Whether it is past, or later than the target's counter can be.</returns>
    public static bool IsExact(ulong deadline, ulong now) =>
        deadline <= now || deadline - now >= EpochTicks / 2;
}
