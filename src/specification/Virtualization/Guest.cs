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
                Exits.Report(
                    step, WithRegisters(vcpu, exited.Registers), exited.Exit,
                    Fill(exited.Words));
                break;
            case GuestHalted halted:
                step.Put(WithRegisters(vcpu, halted.Registers));
                ExitAnswers.Halt(step, vcpu.Id);
                break;
            case GuestTimerSet timer:
                GuestTimers.Set(step, vcpu, timer.Ticks);
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

    // The hardware chooses among what it was offered; it may be offered few at a time, so the
    // specification accepts any that is deliverable.
    private static void Take(Step step, VirtualCpu vcpu, uint interrupt)
    {
        VirtualInterruptRow row = VirtualInterrupts.Row(vcpu, interrupt);
        if (!row.IsPending || row.IsActive)
        {
            throw new EventNotPossibleException($"virtual interrupt {interrupt} is not offered");
        }
        VirtualInterrupts.Put(
            step, vcpu.Id, interrupt, row with { IsLatched = false, IsActive = true });
    }

    private static void End(Step step, VirtualCpu vcpu, uint interrupt)
    {
        VirtualInterruptRow row = VirtualInterrupts.Row(vcpu, interrupt);
        if (!row.IsActive)
        {
            throw new EventNotPossibleException($"virtual interrupt {interrupt} is not active");
        }
        VirtualInterrupts.Put(
            step, vcpu.Id, interrupt, row with { IsActive = false, Physical = ObjectId.None });
        if (interrupt == GuestTimers.Interrupt) GuestTimers.End(step, vcpu.Id);
        else if (!row.Physical.IsNone) InterruptLines.End(step, row.Physical);
    }

    private static VirtualCpu WithRegisters(VirtualCpu vcpu, ImmutableArray<ulong> registers) =>
        registers.IsDefault ? vcpu : vcpu with { Registers = registers };

    private static ImmutableArray<ulong> Fill(ImmutableArray<ulong> words) =>
        words.Length == Limits.InlineWords
            ? words
            : [.. words, .. new ulong[Limits.InlineWords - words.Length]];
}
