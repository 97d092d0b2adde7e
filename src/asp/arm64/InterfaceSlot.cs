// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Arm64;

/// <summary>Places in <c>VirtualCpu.Interface</c>; switching.S holds the same numbers.</summary>
internal static class InterfaceSlot
{
    /// <summary>List register 0; while the virtual CPU owns the hardware, what was last written to
    /// it.</summary>
    internal const int FirstList = 3;

    /// <summary>List registers at most.</summary>
    internal const int ListsMax = 16;

    /// <summary>A bit for each saved list register that was in use, or was written since; without
    /// meaning while the virtual CPU owns the hardware.</summary>
    internal const int ListsUsed = 20;

    /// <summary>A bit for each list register that there is.</summary>
    internal const int ListsAll = 21;

    /// <summary>ICH_HCR_EL2.</summary>
    internal const int Control = 19;

    /// <summary>ICH_HCR_EL2.En.</summary>
    internal const ulong ControlEnabled = 1;

    /// <summary>ICH_HCR_EL2.UIE: a notice when at most one list register is in use.</summary>
    internal const ulong UnderflowNotice = 2;
}
