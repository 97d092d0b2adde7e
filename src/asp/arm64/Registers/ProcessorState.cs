// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Arm64.Registers;

/// <summary>Fields of SPSR_EL2 (Arm ARM C5.2.19).</summary>
internal static class ProcessorState
{
    /// <summary>EL0, AArch64, nothing masked.</summary>
    internal const ulong User = 0;

    /// <summary>EL1 with its own stack pointer, everything masked: how a virtual CPU
    /// starts.</summary>
    internal const ulong GuestReset = 0x3c5;

    /// <summary>Exception level and stack selection, bits 3:0, and AArch32 in bit 4.</summary>
    internal const ulong ModeMask = 0x1f;

    /// <summary>Condition flags.</summary>
    internal const ulong Flags = 0xf000_0000;

    /// <summary>Privileged access never.</summary>
    internal const ulong Pan = 1 << 22;

    /// <summary>What a monitor may set: flags, SSBS, PAN, UAO, DIT, TCO, masks and mode.</summary>
    internal const ulong Settable = 0xf3c0_13df;

    /// <summary>Whether a mode is one that a guest may be in: AArch64 EL0t, EL1t, EL1h.</summary>
    /// <param name="state">The state.</param>
    /// <returns>Whether it is.</returns>
    internal static bool IsGuestMode(ulong state) => (state & ModeMask) is 0 or 4 or 5;
}
