// SPDX-License-Identifier: MIT
namespace Bulkhead.Vmm.Timing;

/// <summary>
/// The EL1 physical timer of one virtual CPU (DDI 0487, D11.2.4). The hardware's own belongs to the
/// hypervisor, so accesses trap; the virtual timer is the guest's and costs nothing.
/// </summary>
public struct PhysicalTimer
{
    /// <summary>Deadline of a timer that will not fire.</summary>
    public const ulong Never = ulong.MaxValue;

    private const ulong Enable = 1, InterruptMask = 2, ConditionMet = 4;

    private ulong _compareTicks;
    private ulong _control;

    /// <summary>Whether the output line is raised.</summary>
    public bool IsRaised { get; set; }

    /// <summary>CNTP_CVAL_EL0.</summary>
    public readonly ulong CompareTicks => _compareTicks;

    /// <summary>Reads CNTP_CTL_EL0.</summary>
    /// <param name="nowTicks">The system counter.</param>
    /// <returns>The register.</returns>
    public readonly ulong Control(ulong nowTicks) =>
        _control | (IsConditionMet(nowTicks) ? ConditionMet : 0);

    /// <summary>Reads CNTP_TVAL_EL0.</summary>
    /// <param name="nowTicks">The system counter.</param>
    /// <returns>The register: 32 bits.</returns>
    public readonly ulong RemainingTicks(ulong nowTicks) => (uint)(_compareTicks - nowTicks);

    /// <summary>Writes CNTP_CTL_EL0.</summary>
    /// <param name="value">The value.</param>
    public void SetControl(ulong value) => _control = value & (Enable | InterruptMask);

    /// <summary>Writes CNTP_CVAL_EL0.</summary>
    /// <param name="ticks">The value.</param>
    public void SetCompare(ulong ticks) => _compareTicks = ticks;

    /// <summary>Writes CNTP_TVAL_EL0.</summary>
    /// <param name="value">The value: its lower 32 bits are signed.</param>
    /// <param name="nowTicks">The system counter.</param>
    public void SetRemaining(ulong value, ulong nowTicks) =>
        _compareTicks = nowTicks + (ulong)(int)(uint)value;

    /// <summary>Whether the output line shall be raised.</summary>
    /// <param name="nowTicks">The system counter.</param>
    /// <returns>Whether the condition is met and not masked.</returns>
    public readonly bool IsOutputHigh(ulong nowTicks) =>
        (_control & InterruptMask) == 0 && IsConditionMet(nowTicks);

    /// <summary>When the output line will rise.</summary>
    /// <returns>Counter value; <see cref="Never"/> while disabled, masked or already
    /// raised.</returns>
    public readonly ulong DeadlineTicks =>
        !IsRaised && (_control & (Enable | InterruptMask)) == Enable ? _compareTicks : Never;

    private readonly bool IsConditionMet(ulong nowTicks) =>
        (_control & Enable) != 0 && nowTicks >= _compareTicks;
}
