// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Vmm.Tests;

/// <summary>One virtual interrupt as the kernel keeps it.</summary>
internal sealed class FakeInterrupt
{
    public bool IsEnabled, IsEdge, IsLatched, IsActive, HasLine;
    public byte Priority;

    public bool IsPending => IsLatched || (HasLine && !IsEdge);

    public VirtualInterruptState State =>
        (IsPending ? VirtualInterruptState.Pending : 0)
        | (IsActive ? VirtualInterruptState.Active : 0)
        | (HasLine ? VirtualInterruptState.Line : 0)
        | (IsEnabled ? VirtualInterruptState.Enabled : 0);

    public VirtualInterruptState Apply(VirtualInterruptRequest request)
    {
        switch (request.Operation)
        {
            case VirtualInterruptOperation.Configure:
                IsEnabled = request.IsEnabled;
                IsEdge = request.IsEdge;
                Priority = request.Priority;
                break;
            case VirtualInterruptOperation.SetPending: IsLatched = true; break;
            case VirtualInterruptOperation.ClearPending: IsLatched = false; break;
            case VirtualInterruptOperation.RaiseLine:
                if (IsEdge && !HasLine) IsLatched = true;
                HasLine = true;
                break;
            case VirtualInterruptOperation.LowerLine: HasLine = false; break;
            case VirtualInterruptOperation.SetActive: IsActive = true; break;
            case VirtualInterruptOperation.ClearActive: IsActive = false; break;
            default: break;
        }
        return State;
    }
}
