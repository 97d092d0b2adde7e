// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>Groups of a virtual CPU's registers that a message carries in the UTCB, laid out as
/// <see cref="GuestRegisters"/>.</summary>
[System.Flags]
public enum RegisterGroups : uint
{
    /// <summary>None: the inline words suffice.</summary>
    None = 0,

    /// <summary>x0 to x30.</summary>
    General = 1,

    /// <summary>pc and pstate.</summary>
    Control = 2,

    /// <summary>The EL1 registers.</summary>
    System = 4,

    /// <summary>Every group.</summary>
    All = General | Control | System,
}
