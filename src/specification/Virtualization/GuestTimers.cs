// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Objects;
using Bulkhead.Specification.Scheduling;

namespace Bulkhead.Specification.Virtualization;

/// <summary>The timers of guests: an expired one asks for its interrupt until the guest has ended
/// it and set the timer anew.</summary>
internal static class GuestTimers
{
    /// <summary>Virtual interrupt id of the timer (Arm BSA, PPI of the EL1 virtual
    /// timer).</summary>
    internal const uint Interrupt = 27;

    /// <summary>The guest sets its timer.</summary>
    internal static void Set(Step step, VirtualCpu vcpu, ulong ticks)
    {
        Deadlines.Cancel(step, vcpu.Id);
        step.Put(vcpu with { TimerTicks = ticks, IsTimerDelivered = false });
        Watch(step, vcpu.Id);
    }

    /// <summary>The guest has ended the timer's interrupt.</summary>
    internal static void End(Step step, ObjectId id)
    {
        step.Put(step.Get<VirtualCpu>(id) with { IsTimerDelivered = false });
        Watch(step, id);
    }

    /// <summary>The timer expires.</summary>
    internal static void Expire(Step step, VirtualCpu vcpu)
    {
        step.Put(vcpu with { IsTimerDelivered = true });
        VirtualInterruptRow row = VirtualInterrupts.Row(vcpu, Interrupt);
        VirtualInterrupts.Put(step, vcpu.Id, Interrupt, row with { IsLatched = true });
    }

    private static void Watch(Step step, ObjectId id)
    {
        VirtualCpu vcpu = step.Get<VirtualCpu>(id);
        if (vcpu.TimerTicks <= step.State.NowTicks) Expire(step, vcpu);
        else if (vcpu.TimerTicks != ulong.MaxValue) Deadlines.Set(step, vcpu.TimerTicks, id);
    }
}
