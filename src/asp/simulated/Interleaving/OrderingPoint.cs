// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated.Interleaving;

/// <summary>A place in the kernel where it asks something of hardware, so that what other hardware
/// did until then can make a difference.</summary>
public enum OrderingPoint
{
    /// <summary>A CPU enters the kernel.</summary>
    Entry,

    /// <summary>A CPU leaves the kernel.</summary>
    Exit,

    /// <summary>The system counter is read.</summary>
    ReadClock,

    /// <summary>The timer is set.</summary>
    ArmTimer,

    /// <summary>A table descriptor is made or looked at: stores to tables lie around it.</summary>
    Descriptor,

    /// <summary>Before table writes are made visible.</summary>
    Publish,

    /// <summary>After table writes were made visible.</summary>
    Published,

    /// <summary>Before an address space is invalidated; its table writes are visible.</summary>
    Invalidate,

    /// <summary>After an address space was invalidated.</summary>
    Invalidated,

    /// <summary>An interrupt is taken.</summary>
    Acknowledge,

    /// <summary>An interrupt's priority is dropped.</summary>
    DropPriority,

    /// <summary>An interrupt is deactivated.</summary>
    Deactivate,

    /// <summary>An interrupt is opened.</summary>
    OpenInterrupt,

    /// <summary>An interrupt is closed.</summary>
    CloseInterrupt,

    /// <summary>Another context's registers are loaded.</summary>
    Switch,

    /// <summary>Slots for virtual interrupts are written.</summary>
    Slots,

    /// <summary>Message words are copied.</summary>
    CopyWords,

    /// <summary>The CPU waits for an interrupt.</summary>
    Wait,

    /// <summary>The kernel interrupts another CPU.</summary>
    Call,

    /// <summary>The kernel waits for another CPU.</summary>
    Relax,

    /// <summary>A long hypercall looks whether an interrupt is pending.</summary>
    Preemption,

    /// <summary>A step of a program that is not the kernel's.</summary>
    Program,

    /// <summary>The kernel reads or writes what CPUs share, atomically or in order; only a kernel
    /// that was built to say so says so.</summary>
    Share,
}
