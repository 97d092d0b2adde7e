// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated.Power;

/// <summary>Power of one CPU; the first three are the values of AFFINITY_INFO
/// (PSCI 5.7).</summary>
public enum CpuPower
{
    /// <summary>It runs.</summary>
    On,

    /// <summary>It is off.</summary>
    Off,

    /// <summary>It was started and does not run yet.</summary>
    OnPending,

    /// <summary>It said that it stops and has not yet: it still counts as on.</summary>
    Stopping,
}
