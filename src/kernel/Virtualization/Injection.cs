// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Virtualization;

/// <summary>Virtual interrupts on their way to a guest: software set first, hardware slots as they
/// are free.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
public static class Injection<TAsp> where TAsp : struct, IAsp
{
    /// <summary>Makes an interrupt pending and hands it to the guest if it may have it
    /// now.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The virtual CPU.</param>
    /// <param name="interrupt">0 to 255.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Pend(ref KernelState state, ref ExecutionContext context, uint interrupt)
    {
        ref VirtualCpu vcpu = ref context.Vcpu.In(ref state);
        ref VirtualInterruptSet set = ref vcpu.Interrupts;
        if (!set.Enabled.Has(interrupt) || set.Active.Has(interrupt))
        {
            set.Pending.Set(interrupt);
            return;
        }
        // Without a free slot the guest still has to run, to free one.
        if (TAsp.TryPlace(ref state, ref context, ref vcpu, interrupt))
        {
            // It may have waited in software behind a more urgent one.
            set.Pending.Clear(interrupt);
        }
        else set.Pending.Set(interrupt);
        if (context.State == ContextState.Halted) Halt<TAsp>.Wake(ref state, ref context);
    }

    /// <summary>The same where it is seldom wanted: a call, and no copy of the code.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The virtual CPU.</param>
    /// <param name="interrupt">0 to 255.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void PendSeldom(
        ref KernelState state, ref ExecutionContext context, uint interrupt) =>
        Pend(ref state, ref context, interrupt);

    /// <summary>Moves what waits in software into free slots, most urgent first.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The virtual CPU.</param>
    public static void Flush(ref KernelState state, ref ExecutionContext context)
    {
        ref VirtualCpu vcpu = ref context.Vcpu.In(ref state);
        for (int count = 0; count < Limits.VirtualInterruptsMax; count++)
        {
            // Many that are pending take long to compare: a notice brings the rest.
            if (count != 0 && TAsp.IsInterruptPending)
            {
                TAsp.AskForNotice(ref state, ref context, ref vcpu);
                break;
            }
            uint interrupt = vcpu.Interrupts.MostUrgent();
            if (interrupt == uint.MaxValue) break;
            PendSeldom(ref state, ref context, interrupt);
            // No slot was free for it.
            if (vcpu.Interrupts.Pending.Has(interrupt)) break;
        }
    }

    /// <summary>The guest ended a level-triggered interrupt: it is pending again while its line is
    /// raised.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The virtual CPU.</param>
    /// <param name="interrupt">0 to 255.</param>
    public static void Ended(ref KernelState state, ref ExecutionContext context, uint interrupt)
    {
        ref VirtualInterruptSet set = ref context.Vcpu.In(ref state).Interrupts;
        if (!set.Edge.Has(interrupt) && set.Line.Has(interrupt)) set.Pending.Set(interrupt);
    }

    /// <summary>Carries out a monitor's request. The interrupt id is in range.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The virtual CPU.</param>
    /// <param name="request">The request.</param>
    /// <returns>The state after it.</returns>
    public static VirtualInterruptState Request(
        ref KernelState state, ref ExecutionContext context, VirtualInterruptRequest request)
    {
        ref VirtualCpu vcpu = ref context.Vcpu.In(ref state);
        ref VirtualInterruptSet set = ref vcpu.Interrupts;
        uint interrupt = request.Interrupt;
        switch (request.Operation)
        {
            case VirtualInterruptOperation.Configure:
                Configure(ref state, ref context, ref vcpu, request);
                break;
            case VirtualInterruptOperation.SetPending:
                PendSeldom(ref state, ref context, interrupt);
                break;
            case VirtualInterruptOperation.ClearPending:
                ClearPending(ref state, ref context, ref vcpu, interrupt);
                break;
            case VirtualInterruptOperation.RaiseLine when !set.Line.Has(interrupt):
                set.Line.Set(interrupt);
                PendSeldom(ref state, ref context, interrupt);
                break;
            case VirtualInterruptOperation.LowerLine:
                Lower(ref state, ref context, ref vcpu, interrupt);
                break;
            case VirtualInterruptOperation.SetActive or VirtualInterruptOperation.ClearActive:
                bool isActive = request.Operation == VirtualInterruptOperation.SetActive;
                SetActive(ref state, ref context, ref vcpu, interrupt, isActive);
                break;
            default:
                break;
        }
        return Query(ref state, ref context, ref vcpu, interrupt);
    }

    private static VirtualInterruptState Query(
        ref KernelState state, ref ExecutionContext context, ref VirtualCpu vcpu, uint interrupt)
    {
        VirtualInterruptState result = TAsp.SlotState(ref state, ref context, ref vcpu, interrupt);
        if (vcpu.Interrupts.Pending.Has(interrupt)) result |= VirtualInterruptState.Pending;
        if (vcpu.Interrupts.Active.Has(interrupt)) result |= VirtualInterruptState.Active;
        if (vcpu.Interrupts.Line.Has(interrupt)) result |= VirtualInterruptState.Line;
        if (vcpu.Interrupts.Enabled.Has(interrupt)) result |= VirtualInterruptState.Enabled;
        return result;
    }

    private static void Configure(
        ref KernelState state, ref ExecutionContext context, ref VirtualCpu vcpu,
        VirtualInterruptRequest request)
    {
        uint interrupt = request.Interrupt;
        vcpu.Interrupts.Priority[(int)interrupt] = request.Priority;
        vcpu.Interrupts.Edge.Put(interrupt, request.IsEdge);
        vcpu.Interrupts.Enabled.Put(interrupt, request.IsEnabled);
        // A disabled interrupt must not be taken any more, and one of another priority competes
        // anew: what is pending in a slot goes back into software.
        bool wasPlaced = Withdraw(ref state, ref context, ref vcpu, interrupt);
        if (wasPlaced) vcpu.Interrupts.Pending.Set(interrupt);
        Flush(ref state, ref context);
    }

    // Whether it was pending in a slot; it is not afterwards.
    private static bool Withdraw(
        ref KernelState state, ref ExecutionContext context, ref VirtualCpu vcpu, uint interrupt)
    {
        VirtualInterruptState slot = TAsp.SlotState(ref state, ref context, ref vcpu, interrupt);
        if ((slot & VirtualInterruptState.Pending) == 0) return false;
        TAsp.SetSlotState(
            ref state, ref context, ref vcpu, interrupt, slot & ~VirtualInterruptState.Pending);
        return true;
    }

    private static void ClearPending(
        ref KernelState state, ref ExecutionContext context, ref VirtualCpu vcpu, uint interrupt)
    {
        if (vcpu.Interrupts.Line.Has(interrupt) && !vcpu.Interrupts.Edge.Has(interrupt)) return;
        vcpu.Interrupts.Pending.Clear(interrupt);
        Withdraw(ref state, ref context, ref vcpu, interrupt);
    }

    private static void Lower(
        ref KernelState state, ref ExecutionContext context, ref VirtualCpu vcpu, uint interrupt)
    {
        vcpu.Interrupts.Line.Clear(interrupt);
        if (!vcpu.Interrupts.Edge.Has(interrupt))
        {
            ClearPending(ref state, ref context, ref vcpu, interrupt);
        }
    }

    private static void SetActive(
        ref KernelState state, ref ExecutionContext context, ref VirtualCpu vcpu, uint interrupt,
        bool isActive)
    {
        vcpu.Interrupts.Active.Clear(interrupt);
        VirtualInterruptState slot = TAsp.SlotState(ref state, ref context, ref vcpu, interrupt);
        VirtualInterruptState wanted = slot & ~VirtualInterruptState.Active;
        if (isActive) wanted |= VirtualInterruptState.Active;
        bool fits = wanted == slot
            || TAsp.SetSlotState(ref state, ref context, ref vcpu, interrupt, wanted);
        if (!fits) vcpu.Interrupts.Active.Set(interrupt);
        // One that is pending in a slot is not to be pending in software, too.
        if (!isActive && (slot & VirtualInterruptState.Pending) == 0)
        {
            Ended(ref state, ref context, interrupt);
        }
        // Also when it became active: what waits for it in software goes beside it into its slot.
        Flush(ref state, ref context);
    }
}
