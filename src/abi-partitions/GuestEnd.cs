// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>How a guest ended.</summary>
public enum GuestEnd : ulong
{
    /// <summary>PSCI SYSTEM_OFF.</summary>
    PowerOff = 1,

    /// <summary>PSCI SYSTEM_RESET.</summary>
    Reset = 2,

    /// <summary>An access or execution fault that its monitor does not forgive.</summary>
    Fault = 3,
}
