// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>
/// Rights of a capability. Every pair (object kind, right) has a bit of its own, so one test of one
/// bit checks kind and right together. Rights only shrink when a capability is delegated.
/// </summary>
[System.Flags]
public enum Rights : uint
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Put capabilities into the domain's capability space.</summary>
    DomainDelegate = 1u << 0,

    /// <summary>Change the domain's stage-2 mappings.</summary>
    DomainMap = 1u << 1,

    /// <summary>Create objects that the domain's quota pays for.</summary>
    DomainCreate = 1u << 2,

    /// <summary>Map the segment for reading.</summary>
    SegmentRead = 1u << 4,

    /// <summary>Map the segment for writing.</summary>
    SegmentWrite = 1u << 5,

    /// <summary>Map the segment for execution.</summary>
    SegmentExecute = 1u << 6,

    /// <summary>Start, stop and recall the execution context, bind portals and interrupts to
    /// it.</summary>
    ContextControl = 1u << 8,

    /// <summary>Change the scheduling context.</summary>
    SchedulingControl = 1u << 12,

    /// <summary>Call the portal.</summary>
    PortalCall = 1u << 16,

    /// <summary>Raise the semaphore.</summary>
    SemaphoreUp = 1u << 20,

    /// <summary>Wait on the semaphore.</summary>
    SemaphoreDown = 1u << 21,

    /// <summary>Bind and acknowledge the interrupt.</summary>
    InterruptBind = 1u << 24,

    /// <summary>Write to the boot console.</summary>
    SystemConsole = 1u << 28,

    /// <summary>Power off or reset the machine.</summary>
    SystemPower = 1u << 29,

    /// <summary>Switch between schedules.</summary>
    SystemSchedule = 1u << 30,

    /// <summary>Define schedules, and read what the system as a whole has left.</summary>
    SystemConfigure = 1u << 31,

    /// <summary>All rights of a domain.</summary>
    DomainAll = DomainDelegate | DomainMap | DomainCreate,

    /// <summary>All rights of a segment.</summary>
    SegmentAll = SegmentRead | SegmentWrite | SegmentExecute,

    /// <summary>All rights of a semaphore.</summary>
    SemaphoreAll = SemaphoreUp | SemaphoreDown,

    /// <summary>All rights of the system capability.</summary>
    SystemAll = SystemConsole | SystemPower | SystemSchedule | SystemConfigure,
}
