// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Objects;

/// <summary>What all kernel objects have.</summary>
/// <param name="Id">Its name.</param>
public abstract record KernelObject(ObjectId Id)
{
    /// <summary>The domain whose quota of objects it counts against; none for what the boot
    /// made.</summary>
    public ObjectId Payer { get; init; }

    /// <summary>The slot of its first capability. When that goes, the object goes.</summary>
    public SlotName First { get; init; }

    /// <summary>Its kind.</summary>
    public abstract ObjectKind Kind { get; }
}
