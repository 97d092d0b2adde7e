// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Objects;

/// <summary>A native thread.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Domain">Its domain.</param>
/// <param name="UtcbAddress">Guest-physical address of its message page.</param>
/// <param name="IsServer">Whether only portals activate it.</param>
public sealed record NativeThread(
    ObjectId Id, ObjectId Domain, ulong UtcbAddress, bool IsServer) : ExecutionContext(Id, Domain)
{
    /// <summary>An empty message page.</summary>
    internal static readonly ImmutableArray<ulong> EmptyUtcb =
        [.. new ulong[MessageDescriptor.WordsMax]];

    /// <summary>The portal that its faults call; none: a fault stops it.</summary>
    public ObjectId FaultPortal { get; init; }

    /// <summary>The tag that its fault messages carry.</summary>
    public ulong Tag { get; init; }

    /// <summary>Who waits for its reply; none: nobody, or the caller is gone.</summary>
    public ObjectId Caller { get; init; }

    /// <summary>Number of contexts that help it.</summary>
    public int HelperCount { get; init; }

    /// <summary>Its message page, 512 words.</summary>
    public ImmutableArray<ulong> Utcb { get; init; } = EmptyUtcb;

    /// <summary>Arguments of the portal call for which it helps, and which it then makes again;
    /// default: none.</summary>
    public ImmutableArray<ulong> Repeated { get; init; }

    /// <summary>The hypercall that <see cref="Repeated"/> belongs to.</summary>
    public Hypercall RepeatedCall { get; init; }

    /// <summary>Whether it takes the whole count of the semaphore that it waits for.</summary>
    public bool TakesAll { get; init; }
}
