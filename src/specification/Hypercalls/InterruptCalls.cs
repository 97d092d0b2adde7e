// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Interrupts;
using Bulkhead.Specification.Objects;
using Bulkhead.Specification.Virtualization;

namespace Bulkhead.Specification.Hypercalls;

/// <summary>Saying whom an interrupt reaches, and that it was handled.</summary>
internal static class InterruptCalls
{
    // First virtual id that is not private to one virtual CPU.
    private const uint SharedInterrupts = 32;

    internal static Answer Bind(in Request request)
    {
        Reason reason = request.Find(0, Rights.InterruptBind, out InterruptLine line);
        if (reason != Reason.None) return Answer.Refused(reason);
        if (!line.Target.IsNone) return Answer.Refused(Reason.InterruptBound);
        reason = request.Find(1, Rights.SemaphoreUp, out Semaphore semaphore);
        if (reason != Reason.None) return Answer.Refused(reason);
        InterruptLines.Bind(request.Step, line, semaphore.Id, 0);
        return Answer.Done;
    }

    internal static Answer BindToVcpu(in Request request)
    {
        Reason reason = request.Find(0, Rights.InterruptBind, out InterruptLine line);
        if (reason != Reason.None) return Answer.Refused(reason);
        if (!line.Target.IsNone) return Answer.Refused(Reason.InterruptBound);
        reason = request.Find(1, Rights.ContextControl, out ExecutionContext context);
        if (reason != Reason.None) return Answer.Refused(reason);
        if (context is not VirtualCpu vcpu) return Answer.Refused(Reason.NotAVcpu);
        if (request[2] < SharedInterrupts || request[2] >= Limits.VirtualInterruptsMax)
        {
            return Answer.Refused(Reason.BadInterrupt);
        }
        if (InterruptLines.BoundTo(request.Step, context.Id, (uint)request[2]) is not null)
        {
            return Answer.Refused(Reason.InterruptBound);
        }
        VirtualInterruptRow row = VirtualInterrupts.Row(vcpu, (uint)request[2]);
        if (row.IsPending || row.IsActive || row.IsRaised)
        {
            return Answer.Refused(Reason.VirtualInterruptInUse);
        }
        InterruptLines.Bind(request.Step, line, context.Id, (uint)request[2]);
        return Answer.Done;
    }

    internal static Answer Acknowledge(in Request request)
    {
        Reason reason = request.Find(0, Rights.InterruptBind, out InterruptLine line);
        if (reason != Reason.None) return Answer.Refused(reason);
        if (request.Step.Find<Semaphore>(line.Target) is null)
        {
            return Answer.Refused(Reason.BadInterrupt);
        }
        InterruptLines.End(request.Step, line.Id);
        return Answer.Done;
    }
}
