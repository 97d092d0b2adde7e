// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Communication;
using Bulkhead.Specification.Hypercalls;
using Bulkhead.Specification.Interrupts;
using Bulkhead.Specification.Objects;
using Bulkhead.Specification.Scheduling;
using Bulkhead.Specification.Virtualization;

namespace Bulkhead.Specification;

/// <summary>
/// The specification: a pure function from states and events to states and outcomes. An event
/// changes the state, and then the scheduler chooses what runs.
/// </summary>
public static class SystemModel
{
    /// <summary>What happens when an event meets a state.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="happening">The event.</param>
    /// <param name="takesInterrupts">Whether the processor hears of interrupts before the next
    /// event. Otherwise they are late: the next event finds them.</param>
    /// <returns>State and outcome.</returns>
    /// <exception cref="EventNotPossibleException">The event cannot happen in this
    /// state.</exception>
    public static Transition Step(
        SpecificationState state, SpecificationEvent happening, bool takesInterrupts = true)
    {
        if (state.Power != MachinePower.On)
        {
            throw new EventNotPossibleException("the machine does not run");
        }
        Step step = new(state);
        Apply(step, happening);
        if (step.State.Power != MachinePower.On) return step.Finish();
        if (EntersKernel(happening)) Scheduler.Resume(step);
        if (takesInterrupts) Time.TakeInterrupts(step);
        return step.Finish();
    }

    // What else happens is for the hardware to note; the kernel hears of it by an interrupt.
    private static bool EntersKernel(SpecificationEvent happening) =>
        happening is HypercallMade or ThreadFaulted or GuestExited or GuestHalted;

    private static void Apply(Step step, SpecificationEvent happening)
    {
        switch (happening)
        {
            case HypercallMade made:
                HypercallTable.Execute(step, step.RunningThread, made.Number, made.Arguments);
                break;
            case ThreadFaulted fault:
                Faults.Report(step, step.RunningThread, fault);
                break;
            case MessageWritten written:
                Write(step, written);
                break;
            case TimePassed passed:
                Time.Pass(step, passed.ToTicks);
                break;
            case TimeSkipped skipped:
                step.State = step.State with { NowTicks = skipped.ToTicks };
                break;
            case SpuriouslyInterrupted:
                Time.TakeInterrupt(step);
                break;
            case AllLinesRaised:
                InterruptLines.RaiseAll(step);
                break;
            case LineRaised raised:
                InterruptLines.Raise(step, step.State.Get<InterruptLine>(raised.Line));
                break;
            case LineLowered lowered:
                InterruptLines.Lower(step, step.State.Get<InterruptLine>(lowered.Line));
                break;
            default:
                Guest.Apply(step, step.RunningVcpu, happening);
                break;
        }
    }

    private static void Write(Step step, MessageWritten written)
    {
        NativeThread thread = written.Thread.IsNone
            ? step.RunningThread
            : step.Get<NativeThread>(written.Thread);
        step.Put(thread with { Utcb = thread.Utcb.SetItem(written.Index, written.Value) });
    }
}
