// SPDX-License-Identifier: MIT
namespace Bulkhead.Vmm.Registers;

/// <summary>
/// The self-hosted debug registers (op0 2; MDCR_EL2.TDA, TDOSA, TDRA) of the unit that
/// <see cref="IdRegisterView"/> shows: they read as zero and ignore writes, so a guest finds
/// breakpoints that never hit. Trace registers (op1 1) are not there.
/// </summary>
public static class DebugRegisters
{
    private const uint BreakpointsMax = 2;

    // OSLSR_EL1: the OS lock is implemented (OSLM 0b10) and open.
    private const ulong LockOpen = 8;

    /// <summary>Answers an access.</summary>
    /// <param name="name">Which register.</param>
    /// <param name="isRead">Whether it is read.</param>
    /// <returns>The answer.</returns>
    public static ExitReply Access(RegisterName name, bool isRead)
    {
        if (name.Op1 == 3 && name.Crn == 0)
            return SystemRegisterTable.Ignore(isRead); // MDCCSR, DBGDTR
        if (name.Op1 != 0) return ExitReply.Undefined;
        return name.Crn switch
        {
            0 => AccessUnit(name, isRead),
            1 => AccessLock(name, isRead),
            7 => SystemRegisterTable.Ignore(isRead), // DBGCLAIMSET, DBGCLAIMCLR, DBGAUTHSTATUS
            _ => ExitReply.Undefined,
        };
    }

    // op2 4 to 7: DBGBVR, DBGBCR, DBGWVR, DBGWCR of breakpoint CRm; below: MDCCINT, MDSCR, OSDTRRX,
    // OSDTRTX, OSECCR.
    private static ExitReply AccessUnit(RegisterName name, bool isRead) =>
        name.Op2 >= 4 && name.Crm >= BreakpointsMax
            ? ExitReply.Undefined
            : SystemRegisterTable.Ignore(isRead);

    // CRm 0: MDRAR, OSLAR; 1: OSLSR; 3: OSDLR; 4: DBGPRCR.
    private static ExitReply AccessLock(RegisterName name, bool isRead) =>
        name.Crm == 1 && isRead ? ExitReply.Read(LockOpen) : SystemRegisterTable.Ignore(isRead);
}
