// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Objects;

/// <summary>Ownership of one interrupt line, and what the interrupt controller knows of
/// it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Number">Physical interrupt id.</param>
/// <param name="IsEdge">Edge- rather than level-triggered.</param>
public sealed record InterruptLine(ObjectId Id, uint Number, bool IsEdge) : KernelObject(Id)
{
    /// <summary>The semaphore or virtual CPU that it reaches; none: nobody.</summary>
    public ObjectId Target { get; init; }

    /// <summary>The virtual interrupt that it makes pending, when the target is a virtual
    /// CPU.</summary>
    public uint VirtualId { get; init; }

    /// <summary>Whether its device raises it now.</summary>
    public bool IsRaised { get; init; }

    /// <summary>Whether a signal came since the last delivery.</summary>
    public bool IsLatched { get; init; }

    /// <summary>Whether it was delivered and nobody acknowledged or ended it yet.</summary>
    public bool IsActive { get; init; }

    /// <summary>Whether it asks to be delivered.</summary>
    public bool IsPending => IsEdge ? IsLatched : IsRaised;

    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.Interrupt;
}
