// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Arm64.Registers;

/// <summary>What a guest writes to ICC_SGI1R_EL1 (GICv3 12.2.20): targets by affinity, interrupt 0
/// to 15.</summary>
internal readonly struct SoftwareInterrupt
{
    private readonly ulong _value;

    internal SoftwareInterrupt(ulong value) { _value = value; }

    internal uint Interrupt => (uint)(_value >> 24) & 15;

    internal bool ToAllOthers => (_value & (1ul << 40)) != 0;

    /// <summary>Whether a virtual CPU of this number is the only target.</summary>
    internal bool TargetsOnly(uint number) =>
        (_value & 0xff_00ff_00ff_0000) == 0 && !ToAllOthers && (ushort)_value == 1u << (int)number;

    /// <summary>Whether a virtual CPU of this number is a target. Virtual CPUs have affinity
    /// 0.0.0.number.</summary>
    internal bool Targets(uint number) =>
        (_value & 0xff_00ff_00ff_0000) == 0 && number < 16 && ((_value >> (int)number) & 1) != 0;
}
