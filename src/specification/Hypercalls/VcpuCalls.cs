// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Communication;
using Bulkhead.Specification.Interrupts;
using Bulkhead.Specification.Objects;
using Bulkhead.Specification.Scheduling;
using Bulkhead.Specification.Virtualization;

namespace Bulkhead.Specification.Hypercalls;

/// <summary>Control of virtual CPUs and threads: virtual interrupts, recalling, stopping.</summary>
internal static class VcpuCalls
{
    internal static Answer VirtualInterrupt(in Request request)
    {
        Step step = request.Step;
        Reason reason = FindVcpu(in request, out VirtualCpu vcpu);
        if (reason != Reason.None) return Answer.Refused(reason);
        VirtualInterruptRequest change = new(request[1]);
        if (change.Interrupt >= Limits.VirtualInterruptsMax)
        {
            return Answer.Refused(Reason.BadInterrupt);
        }
        if (change.Operation > VirtualInterruptOperation.ClearActive)
        {
            return Answer.Refused(Reason.BadArgument);
        }
        bool isDevices = change.Interrupt == GuestTimers.Interrupt
            || InterruptLines.BoundTo(step, vcpu.Id, change.Interrupt) is not null;
        if (change.IsLine && isDevices)
        {
            return Answer.Refused(Reason.InterruptBound);
        }
        VirtualInterruptRow row =
            VirtualInterrupts.Change(VirtualInterrupts.Row(vcpu, change.Interrupt), change);
        VirtualInterrupts.Put(step, vcpu.Id, change.Interrupt, row);
        return Answer.With((ulong)VirtualInterrupts.StateOf(row));
    }

    internal static Answer Recall(in Request request)
    {
        Step step = request.Step;
        Reason reason = FindVcpu(in request, out VirtualCpu vcpu);
        if (reason != Reason.None) return Answer.Refused(reason);
        switch (vcpu.Activity)
        {
            case Activity.Off:
                Contexts.MakeReady(step, vcpu with { IsStarting = true });
                break;
            case Activity.Halted:
                Deadlines.Cancel(step, vcpu.Id);
                Contexts.MakeReady(step, vcpu with { IsRecalled = true });
                break;
            case Activity.Stopped:
                return Answer.Refused(Reason.ObjectGone);
            default:
                step.Put(vcpu with { IsRecalled = true });
                break;
        }
        return Answer.Done;
    }

    internal static Answer Stop(in Request request)
    {
        Reason reason = request.Find(0, Rights.ContextControl, out ExecutionContext context);
        if (reason != Reason.None) return Answer.Refused(reason);
        Contexts.Stop(request.Step, context.Id);
        return Answer.Done;
    }

    private static Reason FindVcpu(in Request request, out VirtualCpu vcpu)
    {
        Reason reason = request.Find(0, Rights.ContextControl, out ExecutionContext context);
        vcpu = (context as VirtualCpu)!;
        if (reason != Reason.None) return reason;
        return vcpu is null ? Reason.NotAVcpu : Reason.None;
    }
}
