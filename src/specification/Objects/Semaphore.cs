// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Objects;

/// <summary>A counting semaphore.</summary>
/// <param name="Id">Its name.</param>
public sealed record Semaphore(ObjectId Id) : KernelObject(Id)
{
    /// <summary>Greatest count.</summary>
    public const ulong CountMax = uint.MaxValue;

    /// <summary>Raises that nobody took yet. Zero while somebody waits.</summary>
    public ulong Count { get; init; }

    /// <summary>Threads that wait, longest first.</summary>
    public ImmutableArray<ObjectId> Waiters { get; init; } = [];

    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.Semaphore;
}
