// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>Word offsets of a virtual CPU's registers in a UTCB page.</summary>
public static class GuestRegisters
{
    /// <summary>x0; x1 to x30 follow (<see cref="RegisterGroups.General"/>).</summary>
    public const int X0 = 0;

    /// <summary>Program counter (<see cref="RegisterGroups.Control"/>).</summary>
    public const int Pc = 31;

    /// <summary>Process state, SPSR format (<see cref="RegisterGroups.Control"/>).</summary>
    public const int Pstate = 32;

    /// <summary>First EL1 register (<see cref="RegisterGroups.System"/>), in the order SCTLR,
    /// TTBR0, TTBR1, TCR, MAIR, AMAIR, VBAR, CONTEXTIDR, CPACR, ESR, FAR, AFSR0, AFSR1, ELR, SPSR,
    /// SP_EL1, TPIDR_EL1, PAR, CNTKCTL, CSSELR, MDSCR, ACTLR, SP_EL0, TPIDR_EL0, TPIDRRO_EL0. All
    /// but SP_EL0, TPIDR_EL0 and TPIDRRO_EL0 end in _EL1.</summary>
    public const int System = 33;

    /// <summary>Number of EL1 registers.</summary>
    public const int SystemCount = 25;

    /// <summary>Words in all.</summary>
    public const int Count = System + SystemCount;
}
