// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Arm64.Registers;

/// <summary>
/// A list register (GICv3 12.4.8, ICH_LRn_EL2).
/// <code>
///  63 62 61 60   55    48   44     32 31            0
/// +-----+--+--+-+--------+-+---------+--------------+
/// |state|HW|G1| |priority| |physical |  virtual id  |   (bit 41 asks for a notice at the end when
/// HW = 0)
/// +-----+--+--+-+--------+-+---------+--------------+
/// </code>
/// </summary>
internal readonly struct ListRegister
{
    private const ulong PendingBit = 1ul << 62;
    private const ulong ActiveBit = 1ul << 63;
    private const ulong HardwareBit = 1ul << 61;
    private const ulong GroupOne = 1ul << 60;
    private const ulong EndNotice = 1ul << 41;

    internal readonly ulong Value;

    internal ListRegister(ulong value) { Value = value; }

    internal uint Interrupt => (uint)Value;

    internal bool IsInUse
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (Value & (PendingBit | ActiveBit)) != 0;
    }

    internal bool IsPending => (Value & PendingBit) != 0;

    internal bool IsHardware
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (Value & HardwareBit) != 0;
    }

    /// <summary>0 most urgent.</summary>
    internal byte Priority => (byte)(Value >> 48);

    internal uint PhysicalInterrupt => (uint)(Value >> 32) & 0x1fff;

    internal VirtualInterruptState State => (VirtualInterruptState)(Value >> 62);

    internal ListRegister With(VirtualInterruptState state) =>
        new((Value & ~(PendingBit | ActiveBit))
            | ((ulong)(state & (VirtualInterruptState)3) << 62));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ListRegister Software(uint interrupt, byte priority, bool wantsEndNotice) =>
        new(interrupt | ((ulong)priority << 48) | GroupOne | PendingBit | (wantsEndNotice
            ? EndNotice : 0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ListRegister Hardware(uint interrupt, byte priority, uint physical) =>
        new(interrupt | ((ulong)priority << 48) | ((ulong)physical << 32) | GroupOne
            | HardwareBit | PendingBit);
}
