// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Communication;
using Bulkhead.Specification.Objects;
using Bulkhead.Specification.Scheduling;

namespace Bulkhead.Specification.Virtualization;

/// <summary>The virtual interrupts of virtual CPUs.</summary>
internal static class VirtualInterrupts
{
    /// <summary>State of an interrupt.</summary>
    internal static VirtualInterruptRow Row(VirtualCpu vcpu, uint interrupt) =>
        vcpu.Interrupts.GetValueOrDefault(interrupt) ?? VirtualInterruptRow.Untouched;

    /// <summary>Changes the state of an interrupt. A waiting guest goes on when it can take
    /// one.</summary>
    internal static void Put(Step step, ObjectId id, uint interrupt, VirtualInterruptRow row)
    {
        VirtualCpu vcpu = step.Get<VirtualCpu>(id);
        step.Put(vcpu with { Interrupts = vcpu.Interrupts.SetItem(interrupt, row) });
        Wake(step, id);
    }

    /// <summary>Lets a halted virtual CPU go on if its guest could take an interrupt.</summary>
    internal static void Wake(Step step, ObjectId id)
    {
        VirtualCpu vcpu = step.Get<VirtualCpu>(id);
        if (vcpu.Activity != Activity.Halted || !HasDeliverable(vcpu)) return;
        Contexts.MakeReady(step, vcpu);
    }

    /// <summary>Whether the guest could take an interrupt now.</summary>
    internal static bool HasDeliverable(VirtualCpu vcpu)
    {
        foreach (KeyValuePair<uint, VirtualInterruptRow> pair in vcpu.Interrupts)
        {
            if (pair.Value.IsDeliverable) return true;
        }
        return false;
    }

    /// <summary>The state as a monitor reads it.</summary>
    internal static VirtualInterruptState StateOf(VirtualInterruptRow row) =>
        (row.IsPending ? VirtualInterruptState.Pending : 0)
        | (row.IsActive ? VirtualInterruptState.Active : 0)
        | (row.IsRaised ? VirtualInterruptState.Line : 0)
        | (row.IsEnabled ? VirtualInterruptState.Enabled : 0);

    /// <summary>An interrupt after an operation on it.</summary>
    internal static VirtualInterruptRow Change(
        VirtualInterruptRow row, VirtualInterruptRequest request) => request.Operation switch
        {
            VirtualInterruptOperation.Configure => row with
            {
                IsEnabled = request.IsEnabled,
                Priority = request.Priority,
                IsEdge = request.IsEdge,
            },
            VirtualInterruptOperation.SetPending => row with { IsLatched = true },
            VirtualInterruptOperation.ClearPending => row with { IsLatched = false },
            VirtualInterruptOperation.RaiseLine => row with
            {
                IsRaised = true,
                IsLatched = row.IsLatched || (row.IsEdge && !row.IsRaised),
            },
            VirtualInterruptOperation.LowerLine => row with { IsRaised = false },
            VirtualInterruptOperation.SetActive => row with { IsActive = true },
            VirtualInterruptOperation.ClearActive => row with { IsActive = false },
            _ => row,
        };
}
