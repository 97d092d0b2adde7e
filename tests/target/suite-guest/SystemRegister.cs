// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Guest;

/// <summary>Reads and writes system registers by their numbers.</summary>
internal static class SystemRegister
{
    private const uint ReadInstruction = 0xd530_0000, WriteInstruction = 0xd510_0000;

    /// <summary>Names of op0 2 and 3.</summary>
    internal const uint NamesMax = 1 << 15;

    /// <summary>CNTV_CTL_EL0.</summary>
    internal static uint VirtualControl => Name(3, 3, 14, 3, 1);

    /// <summary>CNTV_CVAL_EL0.</summary>
    internal static uint VirtualCompare => Name(3, 3, 14, 3, 2);

    /// <summary>CNTV_TVAL_EL0.</summary>
    internal static uint VirtualTimer => Name(3, 3, 14, 3, 0);

    /// <summary>CNTP_CTL_EL0.</summary>
    internal static uint PhysicalControl => Name(3, 3, 14, 2, 1);

    /// <summary>CNTP_CVAL_EL0.</summary>
    internal static uint PhysicalCompare => Name(3, 3, 14, 2, 2);

    /// <summary>ICC_SGI1R_EL1.</summary>
    internal static uint SoftwareInterrupt => Name(3, 0, 12, 11, 5);

    /// <summary>ICC_PMR_EL1.</summary>
    internal static uint PriorityMask => Name(3, 0, 4, 6, 0);

    /// <summary>ICC_IGRPEN1_EL1.</summary>
    internal static uint GroupEnable => Name(3, 0, 12, 12, 7);

    /// <summary>ICC_SRE_EL1.</summary>
    internal static uint InterfaceEnable => Name(3, 0, 12, 12, 5);

    /// <summary>A name.</summary>
    /// <param name="op0">2 or 3.</param>
    /// <param name="op1">0 to 7.</param>
    /// <param name="crn">0 to 15.</param>
    /// <param name="crm">0 to 15.</param>
    /// <param name="op2">0 to 7.</param>
    /// <returns>15 bits, as they stand in the instruction.</returns>
    internal static uint Name(uint op0, uint op1, uint crn, uint crm, uint op2) =>
        ((op0 & 1) << 14) | (op1 << 11) | (crn << 7) | (crm << 3) | op2;

    /// <summary>Reads a register into x1.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="registers">All registers around the instruction.</param>
    /// <returns>Exceptions that it raised.</returns>
    internal static ulong TryRead(uint name, ref Registers registers) =>
        Code.Execute(ReadInstruction | (name << 5) | 1, ref registers);

    /// <summary>Writes x1 to a register.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="registers">All registers around the instruction.</param>
    /// <returns>Exceptions that it raised.</returns>
    internal static ulong TryWrite(uint name, ref Registers registers) =>
        Code.Execute(WriteInstruction | (name << 5) | 1, ref registers);

    /// <summary>Reads a register that is there.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The value.</returns>
    internal static ulong Read(uint name)
    {
        var registers = default(Registers);
        TryRead(name, ref registers);
        return registers[1];
    }

    /// <summary>Writes a register that is there.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The value.</param>
    internal static void Write(uint name, ulong value)
    {
        var registers = default(Registers);
        registers[1] = value;
        TryWrite(name, ref registers);
    }
}
