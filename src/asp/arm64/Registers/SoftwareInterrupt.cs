// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Arm64.Registers;

/// <summary>What a guest writes to ICC_SGI1R_EL1 (GICv3 12.2.20): targets by affinity, interrupt 0
/// to 15.</summary>
internal readonly struct SoftwareInterrupt
{
    private const ulong Affinity = 0xff_00ff_00ff_0000;
    private const ulong AllOthers = 1ul << 40;

    private readonly ulong _value;

    internal SoftwareInterrupt(ulong value) { _value = value; }

    internal uint Interrupt => (uint)(_value >> 24) & 15;

    internal bool ToAllOthers
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (_value & AllOthers) != 0;
    }

    /// <summary>Whether a virtual CPU of this number is the only target.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TargetsOnly(uint number) =>
        (_value & (Affinity | AllOthers | 0xffff)) == 1u << (int)number;

    /// <summary>Whether a virtual CPU of this number is a target. Virtual CPUs have affinity
    /// 0.0.0.number.</summary>
    internal bool Targets(uint number) =>
        (_value & Affinity) == 0 && number < 16 && ((_value >> (int)number) & 1) != 0;
}
