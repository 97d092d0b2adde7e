// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Partitions.Manager;

/// <summary>What switching between schedules needs of the kernel.</summary>
public interface IScheduleKernel
{
    /// <summary>The kernel's schedule in use, plus one; 0: none.</summary>
    static abstract ulong Current { get; }

    /// <summary>The kernel's schedule that the next frame uses, plus one.</summary>
    static abstract ulong Next { get; }

    /// <summary>Counter value at which the kernel's schedule in use began.</summary>
    static abstract ulong BeginTicks { get; }

    /// <summary>Switches at the end of the frame, unless something was switched
    /// meanwhile.</summary>
    /// <param name="schedule">The kernel's schedule.</param>
    /// <param name="semaphore">Semaphore that is raised when it begins; 0: none.</param>
    /// <param name="seen">What the caller has seen.</param>
    /// <returns>Success, or why not.</returns>
    static abstract ResultCode Switch(uint schedule, uint semaphore, in ScheduleMoment seen);
}
