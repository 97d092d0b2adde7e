// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Arm64;

/// <summary>Places in <c>VirtualCpu.System</c>. The first 25 are in the order of
/// <see cref="GuestRegisters.System"/>; switching.S holds the same numbers.</summary>
internal static class SystemSlot
{
    internal const int Control = 0;
    internal const int VectorBase = 6;
    internal const int Syndrome = 9;
    internal const int FaultAddress = 10;
    internal const int ExceptionReturn = 13;
    internal const int SavedState = 14;
    internal const int UserStack = 22;
    internal const int UserThread = 23;
    internal const int TimerControl = 25;
    internal const int TimerCompare = 26;
    internal const int TimerOffset = 27;
    internal const int Affinity = 28;

    /// <summary>CNTV_CTL_EL0.ENABLE and IMASK.</summary>
    internal const ulong TimerMode = 3;

    /// <summary>Enabled, not masked.</summary>
    internal const ulong TimerOn = 1;

    /// <summary>1 when the guest has used vector registers.</summary>
    internal const int UsesVectors = 29;

    /// <summary>CNTHCTL_EL2 while the guest runs.</summary>
    internal const int CounterControl = 32;

    /// <summary>Counter open, physical timer trapped.</summary>
    internal const ulong CounterControlGuest = 1;

    /// <summary>Virtual address of the last exit's access, for the exception that may be raised for
    /// it.</summary>
    internal const int ExitAddress = 30;

    /// <summary>ESR_EL2 of the last exit.</summary>
    internal const int ExitSyndrome = 31;

    /// <summary>SCTLR_EL1 with MMU and caches off (bits that are one where a feature is
    /// missing).</summary>
    internal const ulong ControlReset = 0x30d0_0800;

    /// <summary>MPIDR_EL1 bit 31 is one.</summary>
    internal const ulong AffinityReset = 0x8000_0000;
}
