// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated.Power;

/// <summary>Return values of the power interface (PSCI 5.2.2).</summary>
public enum PowerStatus
{
    /// <summary>Done.</summary>
    Success = 0,

    /// <summary>There is no such function.</summary>
    NotSupported = -1,

    /// <summary>There is no such CPU, or level.</summary>
    InvalidParameters = -2,

    /// <summary>Not allowed now.</summary>
    Denied = -3,

    /// <summary>The CPU is on.</summary>
    AlreadyOn = -4,

    /// <summary>The CPU was started before and does not run yet.</summary>
    OnPending = -5,

    /// <summary>The CPU could not be started.</summary>
    InternalFailure = -6,

    /// <summary>The first instruction does not lie in memory.</summary>
    InvalidAddress = -9,
}
