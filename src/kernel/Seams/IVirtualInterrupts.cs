// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Seams;

/// <summary>The hardware slots that hand virtual interrupts to a guest.</summary>
public interface IVirtualInterrupts
{
    /// <summary>Makes an interrupt pending in a slot: the one that it already has, a free one, or
    /// that of a less urgent one which the guest has not taken yet; that one is pending in the
    /// virtual CPU's set then.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The virtual CPU.</param>
    /// <param name="vcpu">Its virtual CPU state.</param>
    /// <param name="interrupt">Virtual interrupt id; its priority, trigger and binding are in the
    /// virtual CPU's set.</param>
    /// <returns>False when it got no slot. Whenever one interrupt did not, a notice comes when a
    /// slot is free.</returns>
    static abstract bool TryPlace(
        ref KernelState state, ref ExecutionContext context, ref VirtualCpu vcpu, uint interrupt);

    /// <summary>Asks for a notice when at most one slot is in use, at once when it is so.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The virtual CPU.</param>
    /// <param name="vcpu">Its virtual CPU state.</param>
    static abstract void AskForNotice(
        ref KernelState state, ref ExecutionContext context, ref VirtualCpu vcpu);

    /// <summary>What a slot says about an interrupt.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The virtual CPU.</param>
    /// <param name="vcpu">Its virtual CPU state.</param>
    /// <param name="interrupt">Virtual interrupt id.</param>
    /// <returns>Pending and active as far as in a slot.</returns>
    static abstract VirtualInterruptState SlotState(
        ref KernelState state, ref ExecutionContext context, ref VirtualCpu vcpu, uint interrupt);

    /// <summary>Changes what a slot says: inactive frees it; active makes or keeps one.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The virtual CPU.</param>
    /// <param name="vcpu">Its virtual CPU state.</param>
    /// <param name="interrupt">Virtual interrupt id.</param>
    /// <param name="slot">The new state.</param>
    /// <returns>False when no slot is free.</returns>
    static abstract bool SetSlotState(
        ref KernelState state, ref ExecutionContext context, ref VirtualCpu vcpu, uint interrupt,
        VirtualInterruptState slot);

    /// <summary>Whether the guest would take an interrupt now, if it were not masked by the
    /// processor: one that is pending in a slot, or its timer's, which has expired.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The virtual CPU.</param>
    /// <param name="vcpu">Its virtual CPU state.</param>
    /// <returns>Whether there is one.</returns>
    static abstract bool IsCalled(
        ref KernelState state, ref ExecutionContext context, ref VirtualCpu vcpu);

    /// <summary><see cref="IsCalled"/> for the virtual CPU that runs.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The virtual CPU.</param>
    /// <param name="vcpu">Its virtual CPU state.</param>
    /// <returns>Whether there is one.</returns>
    static abstract bool IsCalledNow(
        ref KernelState state, ref ExecutionContext context, ref VirtualCpu vcpu);

    /// <summary>Whether the hardware itself wakes the CPU when a virtual CPU's timer
    /// expires.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The virtual CPU.</param>
    /// <returns>True while its timer is in the hardware.</returns>
    static abstract bool HasOwnTimer(ref KernelState state, ref ExecutionContext context);

    /// <summary>When a virtual CPU's own timer expires; all ones: never.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The virtual CPU.</param>
    /// <param name="vcpu">Its virtual CPU state.</param>
    /// <returns>System-counter ticks.</returns>
    static abstract ulong VirtualTimerTicks(
        ref KernelState state, ref ExecutionContext context, ref VirtualCpu vcpu);
}
