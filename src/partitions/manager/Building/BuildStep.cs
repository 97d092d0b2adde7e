// SPDX-License-Identifier: MIT
namespace Bulkhead.Partitions.Manager;

/// <summary>What the manager was doing when the kernel refused.</summary>
public enum BuildStep
{
    /// <summary>Preparing the manager itself.</summary>
    Manager = 0,

    /// <summary>Creating a domain.</summary>
    Domain = 1,

    /// <summary>Mapping a program.</summary>
    Program = 2,

    /// <summary>Mapping memory and devices.</summary>
    Resource = 3,

    /// <summary>Creating threads.</summary>
    Thread = 4,

    /// <summary>Handing out portals and semaphores.</summary>
    Portal = 5,

    /// <summary>Handing out interrupts.</summary>
    Interrupt = 6,

    /// <summary>Creating a virtual machine.</summary>
    Machine = 7,

    /// <summary>Starting.</summary>
    Start = 8,

    /// <summary>Giving the windows of the schedules to the kernel, and switching to the
    /// first.</summary>
    Schedule = 9,
}
