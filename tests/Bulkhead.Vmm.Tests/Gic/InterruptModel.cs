// SPDX-License-Identifier: MIT
namespace Bulkhead.Vmm.Tests.Gic;

/// <summary>What the architecture says of one interrupt, without banks, masks and homes.</summary>
internal sealed class InterruptModel
{
    public bool IsEnabled, IsLatched, IsActive, IsEdge, HasLine;
    public byte Priority;
    public ulong Route, Home;
    public bool HasMoved;

    public bool IsPending => IsLatched || (HasLine && !IsEdge);
}
