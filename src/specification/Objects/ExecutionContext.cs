// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Objects;

/// <summary>A thread or a virtual CPU.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Domain">The domain whose address space and capabilities it has.</param>
public abstract record ExecutionContext(ObjectId Id, ObjectId Domain) : KernelObject(Id)
{
    /// <summary>Its scheduling context; none: it runs only on others' time.</summary>
    public ObjectId SchedulingContext { get; init; }

    /// <summary>What it does.</summary>
    public Activity Activity { get; init; }

    /// <summary>The semaphore it waits for, the server it calls or helps; else none.</summary>
    public ObjectId Partner { get; init; }

    /// <summary>What it asked of <see cref="Partner"/> while it calls.</summary>
    public CallKind Call { get; init; }

    /// <summary>Scheduling contexts that led here when it could not run, in the order in which
    /// that was found. They compete again when it can.</summary>
    public ImmutableArray<ObjectId> Delayed { get; init; } = [];

    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.ExecutionContext;
}
