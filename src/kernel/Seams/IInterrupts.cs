// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Seams;

/// <summary>Physical interrupts.</summary>
public interface IInterrupts
{
    /// <summary>Interrupt id that means "none".</summary>
    const uint NoInterrupt = 1023;

    /// <summary>Physical interrupt ids that a partition may own are from 32 to one below
    /// this.</summary>
    const uint InterruptIdsMax = 1020;

    /// <summary>Takes the most urgent pending interrupt.</summary>
    /// <returns>Its id, or <see cref="NoInterrupt"/>.</returns>
    static abstract uint Acknowledge();

    /// <summary>Handles an interrupt that belongs to the architecture package: timers,
    /// maintenance.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="cpu">The CPU.</param>
    /// <param name="interrupt">The id.</param>
    /// <returns>False when the core must deliver it.</returns>
    static abstract bool HandlePrivate(
        ref KernelState state, ref Scheduling.Cpu cpu, uint interrupt);

    /// <summary>Lets other interrupts in again; the taken one stays active.</summary>
    /// <param name="interrupt">What <see cref="Acknowledge"/> returned.</param>
    static abstract void DropPriority(uint interrupt);

    /// <summary>Ends an active interrupt, so that it can be taken again.</summary>
    /// <param name="interrupt">The id.</param>
    static abstract void Deactivate(uint interrupt);

    /// <summary>Sets trigger and route of an interrupt and opens it.</summary>
    /// <param name="interrupt">The id.</param>
    /// <param name="isEdge">Edge-triggered.</param>
    /// <param name="cpu">Number of the CPU that takes it.</param>
    static abstract void Open(uint interrupt, bool isEdge, uint cpu);

    /// <summary>Closes an interrupt.</summary>
    /// <param name="interrupt">The id.</param>
    static abstract void Close(uint interrupt);

    /// <summary>Whether an interrupt waits to be taken: a long hypercall asks between its
    /// steps.</summary>
    static abstract bool IsInterruptPending { get; }

    /// <summary>Stops the CPU until an interrupt is pending.</summary>
    static abstract void WaitForInterrupt();
}
