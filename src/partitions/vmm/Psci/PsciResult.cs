// SPDX-License-Identifier: MIT
namespace Bulkhead.Vmm.Psci;

/// <summary>Return values of PSCI and SMCCC functions (DEN 0022, 5.2.2).</summary>
public enum PsciResult : long
{
    /// <summary>Done.</summary>
    Success = 0,

    /// <summary>No such function.</summary>
    NotSupported = -1,

    /// <summary>An argument names nothing.</summary>
    InvalidParameters = -2,

    /// <summary>The CPU runs already.</summary>
    AlreadyOn = -4,

    /// <summary>The CPU is about to start.</summary>
    OnPending = -5,

    /// <summary>The monitor failed.</summary>
    InternalFailure = -6,

    /// <summary>The entry address is no place for instructions.</summary>
    InvalidAddress = -9,
}
