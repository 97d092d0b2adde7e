// SPDX-License-Identifier: MIT
namespace Bulkhead.Vmm.Registers;

/// <summary>
/// What the guest sees of the processor's ID registers (HCR_EL2.TID3: op0 3, op1 0, CRn 0, CRm 1 to 7). Only features are shown
/// that need nothing from EL2, or whose state the kernel switches. Every register not named here reads as zero, as the
/// architecture demands of the reserved ones. Fields as in DDI 0487, D17.2.
/// </summary>
public static class IdRegisterView
{
    /// <summary>Narrows an ID register.</summary>
    /// <param name="crm">1 to 7.</param>
    /// <param name="op2">0 to 7.</param>
    /// <param name="hardware">What the processor says.</param>
    /// <returns>What the guest sees.</returns>
    public static ulong Narrow(uint crm, uint op2, ulong hardware) => ((crm << 3) | op2) switch
    {
        0x08 => FieldView.Keep(hardware, 0x5f),       // ID_PFR0: not AMU, RAS
        0x09 => FieldView.Keep(hardware, 0x11),       // ID_PFR1: ProgMod, GenTimer
        0x0a => FieldView.Keep(hardware, 0x01),       // ID_DFR0: CopDbg
        0x0c or 0x0d or 0x0e or 0x0f => hardware,     // ID_MMFR0 to ID_MMFR3
        >= 0x10 and <= 0x15 => hardware,              // ID_ISAR0 to ID_ISAR5
        0x16 => FieldView.Keep(hardware, 0x7a),       // ID_MMFR4: not SpecSEI, XNX, EVT
        0x17 => hardware,                             // ID_ISAR6
        0x18 or 0x19 or 0x1a => hardware,             // MVFR0 to MVFR2
        0x1c => FieldView.Keep(hardware, 0x03),       // ID_PFR2: CSV3, SSBS
        0x20 => Processor0(hardware),
        0x21 => FieldView.Keep(hardware, 0x03),       // ID_AA64PFR1: BT, SSBS; not MTE, SME, GCS, NMI
        0x28 => Debug0,
        // ID_AA64ISAR0: not TME.
        0x30 => FieldView.Keep(hardware, 0xffff & ~(1u << 6)),
        // ID_AA64ISAR1: not APA, API, GPA, GPI (pointer-authentication keys are not switched), XS, LS64.
        0x31 => FieldView.Keep(hardware, 0xffff & ~((1u << 1) | (1u << 2) | (3u << 6) | (3u << 14))),
        // ID_AA64ISAR2: RPRES, BC, CLRBHB, RPRFM, CSSC; not WFxT, MOPS, GPA3, APA3, PAC_frac.
        0x32 => FieldView.Keep(hardware, (1u << 1) | (1u << 5) | (1u << 7) | (1u << 12) | (1u << 13)),
        0x38 => Memory0(hardware),
        0x39 => Memory1(hardware),
        // ID_AA64MMFR2: CnP, UAO, LSM, VARange, CCIDX, ST, AT, IDS, TTL, BBM, E0PD; not IESB, NV, FWB, EVT.
        0x3a => FieldView.Keep(hardware, 0xffff & ~((1u << 3) | (1u << 6) | (1u << 10) | (1u << 11) | (1u << 14))),
        _ => 0,
    };

    // ID_AA64PFR0: EL1 is always AArch64 (HCR_EL2.RW), no EL2 and EL3, the GIC by system registers; no RAS, SVE, SEL2, MPAM,
    // AMU, RME. CSV2 2 would promise SCXTNUM_EL1.
    private static ulong Processor0(ulong value)
    {
        value = FieldView.Keep(value, 0xd031);
        value = FieldView.Set(value, 4, 1);
        value = FieldView.Set(value, 24, 1);
        return FieldView.Limit(value, 56, 1);
    }

    // ID_AA64DFR0: the smallest Armv8 debug unit, two breakpoints and two watchpoints (which are RAZ/WI), no OS double
    // lock (0xf); no PMU, trace, statistical profiling, branch records.
    private const ulong Debug0 = 6 | (1ul << 12) | (1ul << 20) | (15ul << 36);

    // ID_AA64MMFR0: at most 40 physical address bits, the smallest size that covers the 39 bits of the second stage; no
    // SNSMem, second-stage granules, FGT, ECV, and no big-endian data, which device emulation does not swap.
    private static ulong Memory0(ulong value) =>
        FieldView.Limit(FieldView.Keep(value, 0x08e3), 0, 2);

    // ID_AA64MMFR1: hardware access and dirty flags, HPDS, PAN, ETS, AFP, nTLBPA, ECBHB; no VMID, VH, LO, HCX, TIDCP1, CMOW.
    private static ulong Memory1(ulong value) => FieldView.Limit(
        FieldView.Keep(value, 1 | (1u << 3) | (1u << 5) | (1u << 9) | (1u << 11) | (1u << 12) | (1u << 15)),
        0, 2);
}
