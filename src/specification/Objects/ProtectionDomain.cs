// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Memory;

namespace Bulkhead.Specification.Objects;

/// <summary>A capability space, a stage-2 address space and a quota.</summary>
/// <param name="Id">Its name.</param>
public sealed record ProtectionDomain(ObjectId Id) : KernelObject(Id)
{
    private static readonly ImmutableArray<Capability?> s_noSlots =
        [.. new Capability?[Limits.SelectorsMax]];

    /// <summary>The capability space, by selector; slot 0 stays empty.</summary>
    public ImmutableArray<Capability?> Slots { get; init; } = s_noSlots;

    /// <summary>The address space: mappings by ascending address, none overlapping.</summary>
    public ImmutableArray<Mapping> Mappings { get; init; } = [];

    /// <summary>Kernel objects that it may still pay for.</summary>
    public int ObjectsLeft { get; init; }

    /// <summary>Stage-2 table pages that it may use, the root included.</summary>
    public int TablePagesQuota { get; init; }

    /// <summary>Stage-2 table pages in use.</summary>
    public int TablePagesUsed { get; init; }

    /// <summary>Whether its first capability is gone and the rest follows within the same
    /// step.</summary>
    public bool IsDying { get; init; }

    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.ProtectionDomain;
}
