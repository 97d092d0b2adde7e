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

    /// <summary>Makes an interrupt pending.</summary>
    internal static void Pend(Step step, ObjectId id, uint interrupt)
    {
        VirtualInterruptRow row = Row(step.Get<VirtualCpu>(id), interrupt);
        Put(step, id, interrupt, row with { IsPending = true });
    }

    /// <summary>Changes the state of an interrupt. A waiting guest goes on when it has something
    /// to go on for.</summary>
    internal static void Put(Step step, ObjectId id, uint interrupt, VirtualInterruptRow row)
    {
        VirtualCpu vcpu = step.Get<VirtualCpu>(id);
        vcpu = vcpu with { Interrupts = vcpu.Interrupts.SetItem(interrupt, row) };
        step.Put(vcpu);
        if (vcpu.Activity != Activity.Halted || !row.IsWaking) return;
        Deadlines.Cancel(step, id);
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

    /// <summary>Whether the guest has no reason to wait.</summary>
    internal static bool HasWaking(VirtualCpu vcpu)
    {
        foreach (KeyValuePair<uint, VirtualInterruptRow> pair in vcpu.Interrupts)
        {
            if (pair.Value.IsWaking) return true;
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
            VirtualInterruptOperation.SetPending => row with { IsPending = true },
            VirtualInterruptOperation.ClearPending =>
                row with { IsPending = row.IsPending && row.IsHeld },
            VirtualInterruptOperation.RaiseLine =>
                row with { IsRaised = true, IsPending = row.IsPending || !row.IsRaised },
            VirtualInterruptOperation.LowerLine =>
                row with { IsRaised = false, IsPending = row.IsPending && row.IsEdge },
            VirtualInterruptOperation.SetActive => row with { IsActive = true },
            VirtualInterruptOperation.ClearActive => Ended(row),
            _ => row,
        };

    /// <summary>An interrupt that is no longer active: a level that is still raised is pending
    /// again.</summary>
    internal static VirtualInterruptRow Ended(VirtualInterruptRow row) =>
        row with { IsActive = false, IsPending = row.IsPending || row.IsHeld };
}
