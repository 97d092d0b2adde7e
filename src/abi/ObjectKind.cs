// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>Kinds of kernel objects.</summary>
public enum ObjectKind : byte
{
    /// <summary>No object: a free row.</summary>
    None = 0,

    /// <summary>Capability space, stage-2 space and quota.</summary>
    ProtectionDomain = 1,

    /// <summary>A range of physical memory.</summary>
    MemorySegment = 2,

    /// <summary>A thread or virtual CPU.</summary>
    ExecutionContext = 3,

    /// <summary>Priority, budget and period.</summary>
    SchedulingContext = 4,

    /// <summary>Entry into a server thread.</summary>
    Portal = 5,

    /// <summary>Counting semaphore.</summary>
    Semaphore = 6,

    /// <summary>Ownership of an interrupt line.</summary>
    Interrupt = 7,

    /// <summary>The boot console and the machine's power.</summary>
    System = 8,
}
