// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Objects;

/// <summary>The boot console and the machine's power.</summary>
/// <param name="Id">Its name.</param>
public sealed record SystemObject(ObjectId Id) : KernelObject(Id)
{
    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.System;
}
