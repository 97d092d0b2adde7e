// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Communication;
using Bulkhead.Specification.Objects;
using Bulkhead.Specification.Scheduling;
using Bulkhead.Specification.Virtualization;

namespace Bulkhead.Specification.Hypercalls;

/// <summary>Calling a portal and replying.</summary>
internal static class PortalCalls
{
    private const int DeadlineArgument = 9;

    internal static Answer Call(in Request request) =>
        Call(in request, Hypercall.Call, ulong.MaxValue);

    internal static Answer CallUntil(in Request request) =>
        Call(in request, Hypercall.CallUntil, request[DeadlineArgument]);

    private static Answer Call(in Request request, Hypercall number, ulong deadlineTicks)
    {
        Reason reason = request.Find(0, Rights.PortalCall, out Portal portal);
        if (reason != Reason.None) return Answer.Refused(reason);
        MessageDescriptor descriptor = new(request[1]);
        if (!descriptor.IsValid) return Answer.Refused(Reason.BadMessage);
        if (deadlineTicks <= request.Step.State.NowTicks)
        {
            return Answer.Refused(Reason.DeadlinePassed);
        }
        Message message = MessageOf(in request, descriptor);
        reason = Rendezvous.Send(
            request.Step, request.Caller, portal, CallKind.Portal, in message,
            out bool isHelping);
        if (reason != Reason.None) return Answer.Refused(reason);
        if (isHelping) Remember(in request, number);
        if (deadlineTicks != ulong.MaxValue)
        {
            Deadlines.Set(request.Step, deadlineTicks, request.Caller.Id);
            request.Step.MustChoose = true;
        }
        return Answer.Later;
    }

    internal static Answer Reply(in Request request)
    {
        Step step = request.Step;
        NativeThread server = request.Caller;
        if (server.Caller.IsNone) return ReplyToNobody(in request);
        MessageDescriptor descriptor = new(request[1]);
        if (!descriptor.IsValid) return Answer.Refused(Reason.BadMessage);
        Message message = MessageOf(in request, descriptor);
        Rendezvous.EndService(step, server);
        ExecutionContext caller = step.Get<ExecutionContext>(server.Caller);
        switch (caller.Call)
        {
            case CallKind.Exit:
                ExitAnswers.Apply(step, (VirtualCpu)caller, in message);
                break;
            case CallKind.Fault:
                Faults.Answer(step, (NativeThread)caller, in message);
                break;
            default:
                NativeThread client = (NativeThread)caller;
                Contexts.MakeReady(step, client with { Utcb = message.Into(client.Utcb) });
                step.Deliver(client.Id, message.Registers(ResultCode.Success.Value));
                break;
        }
        return Answer.Later;
    }

    // The caller stopped meanwhile: its server is free again, whatever it replies.
    private static Answer ReplyToNobody(in Request request)
    {
        if (!request.Caller.IsServer) return Answer.Refused(Reason.NoCaller);
        Rendezvous.EndService(request.Step, request.Caller);
        return Answer.Later;
    }

    private static Message MessageOf(in Request request, MessageDescriptor descriptor) =>
        new(descriptor, request.Arguments.Slice(2, Limits.InlineWords), request.Caller.Utcb);

    // A helper keeps nothing but what is in its registers: it executes its call again.
    private static void Remember(in Request request, Hypercall number)
    {
        NativeThread helper = request.Step.Get<NativeThread>(request.Caller.Id);
        request.Step.Put(
            helper with { Repeated = request.Arguments, RepeatedCall = number });
    }
}
