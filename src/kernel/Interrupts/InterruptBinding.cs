// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Interrupts;

/// <summary>The end of an interrupt's way to a semaphore or a virtual CPU.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class InterruptBinding<TAsp> where TAsp : struct, IAsp
{
    /// <summary>Unbinds an interrupt and leaves it closed and inactive, so that whoever binds it
    /// next starts afresh.</summary>
    internal static void End(ref KernelState state, ref InterruptLine line)
    {
        if (!line.Semaphore.IsNone)
        {
            Standstill<TAsp>.Hold(ref state, line.Semaphore.In(ref state).Cpu);
        }
        if (!line.Vcpu.IsNone) Standstill<TAsp>.Hold(ref state, line.Vcpu.In(ref state).Cpu);
        TAsp.Close(line.Interrupt);
        TAsp.Deactivate(line.Interrupt);
        if (!line.Vcpu.IsNone)
        {
            Detach(ref state, ref line.Vcpu.In(ref state), line.VirtualInterrupt);
        }

        if (!line.Semaphore.IsNone) line.Semaphore.In(ref state).BoundCount--;
        line.Semaphore = default;
        line.Vcpu = default;
        line.VirtualInterrupt = 0;
    }

    // The guest may be handling it: from now on its end must not end the physical interrupt.
    private static void Detach(ref KernelState state, ref ExecutionContext context, uint interrupt)
    {
        ref VirtualCpu vcpu = ref context.Vcpu.In(ref state);
        vcpu.Interrupts.Bound.Clear(interrupt);
        vcpu.PhysicalInterrupts[(int)interrupt] = 0;
        VirtualInterruptState slot = TAsp.SlotState(ref state, ref context, ref vcpu, interrupt);
        if (slot == VirtualInterruptState.Inactive) return;
        TAsp.SetSlotState(ref state, ref context, ref vcpu, interrupt, slot);
    }
}
