// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Interrupts;
using Bulkhead.Specification.Objects;

namespace Bulkhead.Specification.Virtualization;

/// <summary>What a running guest does.</summary>
internal static class Guest
{
    internal static void Apply(Step step, VirtualCpu vcpu, SpecificationEvent happening)
    {
        switch (happening)
        {
            case GuestExited exited:
                vcpu = WithRegisters(vcpu, exited.Registers);
                vcpu = vcpu with { Access = exited.Access ?? vcpu.Access };
                step.Put(vcpu);
                Exits.Report(step, vcpu, exited.Exit, exited.Words);
                break;
            case GuestHalted halted:
                step.Put(WithRegisters(vcpu, halted.Registers));
                ExitAnswers.Halt(step, vcpu.Id);
                break;
            case GuestTimerSet timer:
                step.Put(vcpu with { TimerTicks = timer.Ticks, IsTimerDelivered = false });
                break;
            case GuestTook took:
                Take(step, vcpu, took.Interrupt);
                break;
            case GuestEnded ended:
                End(step, vcpu, ended.Interrupt);
                break;
            default:
                throw new EventNotPossibleException($"{happening} while a guest runs");
        }
    }

    // The hardware chooses among what it was offered: one of the most urgent.
    private static void Take(Step step, VirtualCpu vcpu, uint interrupt)
    {
        VirtualInterruptRow row = VirtualInterrupts.Row(vcpu, interrupt);
        if (!row.IsDeliverable)
        {
            throw new EventNotPossibleException($"virtual interrupt {interrupt} is not offered");
        }
        foreach (KeyValuePair<uint, VirtualInterruptRow> other in vcpu.Interrupts)
        {
            if (!other.Value.IsDeliverable || other.Value.Priority >= row.Priority) continue;
            throw new EventNotPossibleException($"{other.Key} is more urgent than {interrupt}");
        }
        VirtualInterrupts.Put(
            step, vcpu.Id, interrupt, row with { IsPending = false, IsActive = true });
    }

    private static void End(Step step, VirtualCpu vcpu, uint interrupt)
    {
        VirtualInterruptRow row = VirtualInterrupts.Row(vcpu, interrupt);
        if (!row.IsActive)
        {
            throw new EventNotPossibleException($"virtual interrupt {interrupt} is not active");
        }
        if (interrupt == GuestTimers.Interrupt)
        {
            step.Put(vcpu with { IsTimerDelivered = false });
        }
        InterruptLine? line = InterruptLines.BoundTo(step, vcpu.Id, interrupt);
        VirtualInterrupts.Put(step, vcpu.Id, interrupt, VirtualInterrupts.Ended(row));
        if (line is not null) InterruptLines.End(step, line.Id);
    }

    private static VirtualCpu WithRegisters(VirtualCpu vcpu, ImmutableArray<ulong> registers) =>
        registers.IsDefault ? vcpu : vcpu with { Registers = registers };
}
