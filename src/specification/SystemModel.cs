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
    /// <returns>State and outcome.</returns>
    /// <exception cref="EventNotPossibleException">The event cannot happen in this
    /// state.</exception>
    public static Transition Step(SpecificationState state, SpecificationEvent happening)
    {
        if (state.Power != MachinePower.On)
        {
            throw new EventNotPossibleException("the machine does not run");
        }
        Step step = new(state);
        Apply(step, happening);
        if (step.State.Power == MachinePower.On) Scheduler.Settle(step);
        return step.Finish();
    }

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
                NativeThread thread = step.RunningThread;
                step.Put(
                    thread with { Utcb = thread.Utcb.SetItem(written.Index, written.Value) });
                break;
            case TimePassed passed:
                Time.Pass(step, passed.ToTicks);
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
}
