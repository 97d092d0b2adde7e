// SPDX-License-Identifier: MIT
namespace Bulkhead.Vmm;

/// <summary>Power state of a virtual CPU as PSCI sees it (DEN 0022, 5.1.8). The numbers are not
/// those of AFFINITY_INFO: zero is the reset state.</summary>
public enum VcpuState : byte
{
    /// <summary>Off.</summary>
    Off = 0,

    /// <summary>CPU_ON was accepted, the first instruction not yet reached.</summary>
    OnPending = 1,

    /// <summary>Running.</summary>
    On = 2,
}
