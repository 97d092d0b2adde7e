// SPDX-License-Identifier: MIT
namespace Bulkhead.Vmm.Gic;

/// <summary>Registers that exist per interrupt, in the distributor (GICD_) and the redistributor
/// (GICR_).</summary>
public enum BankRegisterKind : byte
{
    /// <summary>None: reads as zero, ignores writes.</summary>
    Reserved = 0,

    /// <summary>IGROUPR: the interrupt group.</summary>
    Group = 1,

    /// <summary>ISENABLER: write 1 to enable.</summary>
    SetEnable = 2,

    /// <summary>ICENABLER: write 1 to disable.</summary>
    ClearEnable = 3,

    /// <summary>ISPENDR: write 1 to make pending.</summary>
    SetPending = 4,

    /// <summary>ICPENDR: write 1 to take the pending state back.</summary>
    ClearPending = 5,

    /// <summary>ISACTIVER: write 1 to make active.</summary>
    SetActive = 6,

    /// <summary>ICACTIVER: write 1 to make inactive.</summary>
    ClearActive = 7,

    /// <summary>IPRIORITYR: one byte per interrupt.</summary>
    Priority = 8,

    /// <summary>ICFGR: two bits per interrupt, the upper one for edge-triggered.</summary>
    Configuration = 9,
}
