// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Scheduling;

/// <summary>Where the processor is in its schedule, and which schedule follows.</summary>
public sealed record MajorFrame
{
    /// <summary>The schedule in use, plus one; 0: none yet.</summary>
    public int Schedule { get; init; }

    /// <summary>The open window's place in the schedule in use.</summary>
    public int Window { get; init; }

    /// <summary>Counter value at which this frame began.</summary>
    public ulong FrameTicks { get; init; }

    /// <summary>Counter value at which the schedule in use began.</summary>
    public ulong ScheduleTicks { get; init; }

    /// <summary>The schedule that the next frame uses, plus one; 0: none yet.</summary>
    public int NextSchedule { get; init; }

    /// <summary>The semaphore that is raised when the next frame begins; none: nobody asked for
    /// that.</summary>
    public ObjectId Semaphore { get; init; }
}
