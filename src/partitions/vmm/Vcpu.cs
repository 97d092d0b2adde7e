// SPDX-License-Identifier: MIT
using Bulkhead.Vmm.Faults;

namespace Bulkhead.Vmm;

/// <summary>What the monitor remembers of a virtual CPU.</summary>
public struct Vcpu
{
    /// <summary>Power state.</summary>
    public VcpuState State;

    /// <summary>Guest-physical address of its first instruction once it is
    /// <see cref="VcpuState.OnPending"/>.</summary>
    public ulong Entry;

    /// <summary>Value of x0 at entry.</summary>
    public ulong Context;

    /// <summary>Counts faults that repeat.</summary>
    public FaultRepetition Faults;
}
