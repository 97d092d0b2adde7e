// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Capabilities;
using Bulkhead.Specification.Objects;

namespace Bulkhead.Specification.Hypercalls;

/// <summary>A hypercall that is being decided: who asks, and with which arguments.</summary>
/// <param name="Step">The transition.</param>
/// <param name="Caller">The thread that asks.</param>
/// <param name="Arguments">x0 to x9.</param>
internal readonly record struct Request(
    Step Step, NativeThread Caller, ImmutableArray<ulong> Arguments)
{
    /// <summary>CPUs that run. The specification describes one.</summary>
    internal const ulong CpuCount = 1;

    /// <summary>An argument.</summary>
    internal ulong this[int register] => Arguments[register];

    /// <summary>The caller's domain as it is now.</summary>
    internal ProtectionDomain Domain => Step.Get<ProtectionDomain>(Caller.Domain);

    /// <summary>The object that a register selects, used with a right.</summary>
    internal Reason Find<T>(int register, Rights right, out T item)
        where T : KernelObject => Find(register, right, out item, out _);

    /// <summary>The object that a register selects, and the slot that it was selected by.</summary>
    internal Reason Find<T>(int register, Rights right, out T item, out SlotName slot)
        where T : KernelObject
    {
        item = null!;
        Reason reason = Space.Find(
            Step, Caller.Domain, Arguments[register], right, out Capability capability, out slot);
        if (reason == Reason.None) item = Step.Get<T>(capability.Target);
        return reason;
    }

    /// <summary>The semaphore that a register selects to be raised later, or with 0 none.</summary>
    internal Reason FindRaised(int register, out ObjectId id)
    {
        id = ObjectId.None;
        if (Arguments[register] == 0) return Reason.None;
        Reason reason = Find(register, Rights.SemaphoreUp, out Semaphore semaphore);
        if (reason == Reason.None) id = semaphore.Id;
        return reason;
    }

    /// <summary>A register whose upper half names a CPU that runs, or with 0 the
    /// caller's.</summary>
    internal Reason WithCpu(int register, out uint value)
    {
        value = (uint)Arguments[register];
        return Arguments[register] >> 32 <= CpuCount ? Reason.None : Reason.BadCpu;
    }

    /// <summary>The domain that a register selects beside a CPU, to create something in
    /// it.</summary>
    internal Reason FindHome(int register, out ProtectionDomain domain)
    {
        domain = null!;
        Reason reason = WithCpu(register, out uint selector);
        if (reason != Reason.None) return reason;
        reason = Space.Find(
            Step, Caller.Domain, selector, Rights.DomainCreate, out Capability capability, out _);
        if (reason == Reason.None) domain = Step.Get<ProtectionDomain>(capability.Target);
        return reason;
    }

    /// <summary>The free slot that a register names for a new capability.</summary>
    internal Reason NewSlot(int register, out SlotName slot) =>
        Space.FindFree(Step, Caller.Domain, Arguments[register], out slot);
}
