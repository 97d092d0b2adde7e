// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Vmm.Registers;

/// <summary>Name of a system register or instruction, split into its fields, with the groups that
/// trap.</summary>
public readonly struct RegisterName
{
    private readonly ulong _name;

    /// <summary>Takes the name out of an access.</summary>
    /// <param name="access">The access.</param>
    public RegisterName(RegisterAccess access) { _name = access.RegisterName; }

    /// <summary>0 to 3.</summary>
    public uint Op0 => (uint)(_name >> 20) & 3;

    /// <summary>0 to 7.</summary>
    public uint Op1 => (uint)(_name >> 14) & 7;

    /// <summary>0 to 15.</summary>
    public uint Crn => (uint)(_name >> 10) & 15;

    /// <summary>0 to 15.</summary>
    public uint Crm => (uint)(_name >> 1) & 15;

    /// <summary>0 to 7.</summary>
    public uint Op2 => (uint)(_name >> 17) & 7;

    /// <summary>ID registers that HCR_EL2.TID3 traps: op1 0, CRn 0, CRm 1 to 7.</summary>
    public bool IsIdentification => Op1 == 0 && Crn == 0 && Crm is >= 1 and <= 7;

    /// <summary>REVIDR_EL1 and AIDR_EL1 (HCR_EL2.TID1): implementation defined, zero is a valid
    /// value.</summary>
    public bool IsProcessorSpecificId =>
        Is(3, 0, 0, 0, 6) || Is(3, 1, 0, 0, 7);

    /// <summary>CNTPCT_EL0, and CNTPCTSS_EL0 beside it.</summary>
    public bool IsPhysicalCounter => Is(3, 3, 14, 0, 1) || Is(3, 3, 14, 0, 5);

    /// <summary>CNTP_TVAL_EL0, CNTP_CTL_EL0 and CNTP_CVAL_EL0, by op2.</summary>
    public bool IsPhysicalTimer => Op0 == 3 && Op1 == 3 && Crn == 14 && Crm == 2;

    /// <summary>ACTLR_EL1 (HCR_EL2.TACR).</summary>
    public bool IsAuxiliaryControl => Is(3, 0, 1, 0, 1);

    /// <summary>The performance monitors (MDCR_EL2.TPM): control and counters at op1 3, CRn 9, CRm
    /// 12 to 14 and CRn 14, CRm 8 to 15; interrupt enables at op1 0, CRn 9, CRm 14.</summary>
    public bool IsPerformanceMonitor =>
        (Op1 == 3 && Crn == 9 && Crm is >= 12 and <= 14)
        || (Op1 == 3 && Crn == 14 && Crm >= 8)
        || (Op1 == 0 && Crn == 9 && Crm == 14);

    /// <summary>ICC_SGI0R_EL1, ICC_ASGI1R_EL1, and ICC_SGI1R_EL1, which the kernel answers
    /// itself.</summary>
    public bool IsForeignSoftwareInterrupt => Op1 == 0 && Crn == 12 && Crm == 11 && Op2 >= 5;

    /// <summary>DC ISW, CSW and CISW (HCR_EL2.TSW). By set and way only one's own caches could be
    /// meant; a guest that shares them has nothing to gain and nothing to wait for.</summary>
    public bool IsSetWayMaintenance =>
        Is(1, 0, 7, 6, 2) || Is(1, 0, 7, 10, 2) || Is(1, 0, 7, 14, 2);

    private bool Is(uint op0, uint op1, uint crn, uint crm, uint op2) =>
        _name == RegisterAccess.Name(op0, op1, crn, crm, op2);
}
