// SPDX-License-Identifier: MIT
namespace Bulkhead.Vmm.Registers;

/// <summary>
/// What the guest sees of the processor's ID registers (HCR_EL2.TID3: op0 3, op1 0, CRn 0, CRm 1 to
/// 7). Only features are shown that need nothing from EL2, or whose state the kernel switches.
/// Every register not named here reads as zero, as the architecture demands of the reserved ones.
/// </summary>
/// <remarks>Fields as in DDI 0487, D17.2. A mask has one hexadecimal digit per four fields: bit n
/// keeps the field in bits 4n + 3 to 4n.</remarks>
public static class IdRegisterView
{
    // ID_AA64DFR0: the smallest Armv8 debug unit, two breakpoints and two watchpoints (which are
    // RAZ/WI), no OS double lock (0xf); no PMU, trace, statistical profiling, branch records.
    private const ulong Debug0 = 6 | (1ul << 12) | (1ul << 20) | (15ul << 36);

    /// <summary>Narrows an ID register.</summary>
    /// <param name="crm">1 to 7.</param>
    /// <param name="op2">0 to 7.</param>
    /// <param name="hardware">What the processor says.</param>
    /// <returns>What the guest sees.</returns>
    public static ulong Narrow(uint crm, uint op2, ulong hardware) => crm switch
    {
        1 or 2 or 3 => NarrowAArch32((crm << 3) | op2, hardware),
        4 => NarrowProcessor(op2, hardware),
        5 => op2 == 0 ? Debug0 : 0,
        6 => NarrowInstructions(op2, hardware),
        7 => NarrowMemory(op2, hardware),
        _ => 0,
    };

    private static ulong NarrowAArch32(uint register, ulong hardware) => register switch
    {
        0x08 => FieldView.Keep(hardware, 0x5f), // ID_PFR0: not AMU, RAS
        0x09 => FieldView.Keep(hardware, 0x11), // ID_PFR1: ProgMod, GenTimer
        0x0a => FieldView.Keep(hardware, 0x01), // ID_DFR0: CopDbg
        >= 0x0c and <= 0x15 => hardware,        // ID_MMFR0 to 3, ID_ISAR0 to 5
        0x16 => FieldView.Keep(hardware, 0x7a), // ID_MMFR4: not SpecSEI, XNX, EVT
        >= 0x17 and <= 0x1a => hardware,        // ID_ISAR6, MVFR0 to 2
        0x1c => FieldView.Keep(hardware, 0x03), // ID_PFR2: CSV3, SSBS
        _ => 0,
    };

    private static ulong NarrowProcessor(uint op2, ulong hardware) => op2 switch
    {
        0 => Processor0(hardware),
        1 => FieldView.Keep(hardware, 0x03), // ID_AA64PFR1: BT, SSBS; not MTE, SME, GCS, NMI
        _ => 0,
    };

    // ID_AA64PFR0: EL1 is always AArch64 (HCR_EL2.RW), no EL2 and EL3, the GIC by system registers;
    // no RAS, SVE, SEL2, MPAM, AMU, RME. CSV2 2 would promise SCXTNUM_EL1.
    private static ulong Processor0(ulong value)
    {
        value = FieldView.Keep(value, 0xd031);
        value = FieldView.Set(value, 4, 1);
        value = FieldView.Set(value, 24, 1);
        return FieldView.Limit(value, 56, 1);
    }

    // ID_AA64ISAR0: not TME. ID_AA64ISAR1: not APA, API, GPA, GPI (the keys of pointer
    // authentication are not switched), XS, LS64. ID_AA64ISAR2: RPRES, BC, CLRBHB, RPRFM, CSSC; not
    // WFxT, MOPS, GPA3, APA3.
    private static ulong NarrowInstructions(uint op2, ulong hardware) => op2 switch
    {
        0 => FieldView.Keep(hardware, 0xffbf),
        1 => FieldView.Keep(hardware, 0x3f39),
        2 => FieldView.Keep(hardware, 0x30a2),
        _ => 0,
    };

    // ID_AA64MMFR1: hardware access and dirty flags (not HAFT), HPDS, PAN, ETS, AFP, nTLBPA, ECBHB;
    // no VMID, VH, LO, HCX, TIDCP1, CMOW. ID_AA64MMFR2: CnP, UAO, LSM, VARange, CCIDX, ST, AT, IDS,
    // TTL, BBM, E0PD; not IESB, NV, FWB, EVT.
    private static ulong NarrowMemory(uint op2, ulong hardware) => op2 switch
    {
        0 => Memory0(hardware),
        1 => FieldView.Limit(FieldView.Keep(hardware, 0x9a29), 0, 2),
        2 => FieldView.Keep(hardware, 0xb3b7),
        _ => 0,
    };

    // ID_AA64MMFR0: at most 40 physical address bits, the smallest size that covers the 39 bits of
    // the second stage; no SNSMem, second-stage granules, FGT, ECV, and no big-endian data, which
    // device emulation does not swap.
    private static ulong Memory0(ulong value) =>
        FieldView.Limit(FieldView.Keep(value, 0x08e3), 0, 2);
}
