// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Objects;
using Bulkhead.Specification.Scheduling;

namespace Bulkhead.Specification.Virtualization;

/// <summary>
/// The timers of guests. An expired one asks for its interrupt until that is delivered, and not
/// again before the guest has ended it. A virtual CPU whose registers are in the hardware gets it
/// at once; any other when it runs next, and if it waits, it wakes for it.
/// </summary>
internal static class GuestTimers
{
    /// <summary>Virtual interrupt id of the timer (Arm BSA, PPI of the EL1 virtual
    /// timer).</summary>
    internal const uint Interrupt = 27;

    /// <summary>When the loaded virtual CPU's timer asks next; all ones: never.</summary>
    internal static ulong NextTicks(SpecificationState state) =>
        state.Find<VirtualCpu>(state.LoadedVcpu) is { } vcpu ? AsksAt(vcpu) : ulong.MaxValue;

    /// <summary>Delivers the interrupt of the loaded virtual CPU's timer if it asks.</summary>
    /// <returns>Whether it did.</returns>
    internal static bool Check(Step step)
    {
        if (NextTicks(step.State) > step.State.NowTicks) return false;
        VirtualCpu vcpu = step.Get<VirtualCpu>(step.State.LoadedVcpu);
        step.Put(vcpu with { IsTimerDelivered = true });
        VirtualInterrupts.Pend(step, vcpu.Id, Interrupt);
        return true;
    }

    /// <summary>The virtual CPU's registers go into the hardware, in place of another's.</summary>
    internal static void Load(Step step, ObjectId id)
    {
        SpecificationState state = step.State;
        if (state.LoadedVcpu == id) return;
        step.State = state with
        {
            LoadedVcpu = id,
            FirstGuestEntryTicks = state.FirstGuestEntryTicks == 0
                ? state.NowTicks
                : state.FirstGuestEntryTicks,
        };
        if (step.Find<VirtualCpu>(state.LoadedVcpu) is { } displaced) Watch(step, displaced);
    }

    /// <summary>The virtual CPU's registers are taken out of the hardware, because its EL1
    /// registers are read or written on its monitor's behalf.</summary>
    internal static void Unload(Step step, ObjectId id)
    {
        if (step.State.LoadedVcpu == id) step.State = step.State with { LoadedVcpu = default };
    }

    /// <summary>Lets a waiting virtual CPU that is not loaded wake for its timer.</summary>
    internal static void Watch(Step step, VirtualCpu vcpu)
    {
        ulong ticks = AsksAt(vcpu);
        if (vcpu.Activity != Activity.Halted || vcpu.Id == step.State.LoadedVcpu) return;
        if (ticks != ulong.MaxValue) Deadlines.Set(step, ticks, vcpu.Id);
    }

    /// <summary>When a timer asks for its interrupt; all ones: never.</summary>
    internal static ulong AsksAt(VirtualCpu vcpu) =>
        vcpu.IsTimerDelivered ? ulong.MaxValue : vcpu.TimerTicks;
}
