// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;

namespace Bulkhead.Vmm.Boot;

/// <summary>
/// The registers of a virtual CPU at its first instruction: those of the arm64 Linux boot protocol,
/// which are also those of PSCI CPU_ON (DEN 0022, 6.4). MMU and caches off, EL1, exceptions masked.
/// </summary>
public static class VcpuEntry
{
    /// <summary>EL1 with its own stack pointer, debug exceptions, SError, IRQ and FIQ
    /// masked.</summary>
    public const ulong Pstate = 0x3c5;

    /// <summary>SCTLR_EL1 with only its bits that are one on every processor (DDI 0487,
    /// D17.2.118).</summary>
    public const ulong SystemControl = 0x30d0_0800;

    /// <summary>Fills the registers.</summary>
    /// <param name="registers">At least <see cref="GuestRegisters.Count"/> words.</param>
    /// <param name="entry">First instruction.</param>
    /// <param name="context">x0.</param>
    public static void Fill(Span<ulong> registers, ulong entry, ulong context)
    {
        registers = registers.Slice(0, GuestRegisters.Count);
        registers.Clear();
        registers[GuestRegisters.X0] = context;
        registers[GuestRegisters.Pc] = entry;
        registers[GuestRegisters.Pstate] = Pstate;
        registers[GuestRegisters.System] = SystemControl;
    }
}
