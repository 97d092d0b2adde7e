// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Objects;

namespace Bulkhead.Specification.Hypercalls;

/// <summary>
/// Every hypercall by its number. A refused hypercall changes nothing: whatever was worked out
/// until the refusal is dropped.
/// </summary>
internal static class HypercallTable
{
    internal static void Execute(
        Step step, NativeThread caller, Hypercall number, ImmutableArray<ulong> arguments)
    {
        SpecificationState before = step.State;
        Answer answer = Invoke(new Request(step, caller, arguments), number);
        if (!answer.Code.IsSuccess) step.State = before;
        if (answer.IsLater || !IsAlive(step, caller.Id)) return;
        if (answer.Values.IsDefault) step.Deliver(caller.Id, answer.Code.Value);
        else step.Deliver(caller.Id, [answer.Code.Value, .. answer.Values]);
    }

    // A thread may stop or destroy itself.
    private static bool IsAlive(Step step, ObjectId caller) =>
        step.Find<ExecutionContext>(caller) is { Activity: not Activity.Stopped };

    private static Answer Invoke(in Request request, Hypercall number) => number switch
    {
        Hypercall.Call => PortalCalls.Call(in request),
        Hypercall.CallUntil => PortalCalls.CallUntil(in request),
        Hypercall.Reply => PortalCalls.Reply(in request),
        Hypercall.SemaphoreUp => Semaphores.Up(in request),
        Hypercall.SemaphoreDown => Semaphores.Down(in request),
        Hypercall.Yield => Processor.Yield(in request),
        Hypercall.SystemInfo => Platform.SystemInfo(in request),
        Hypercall.CreateDomain => Creation.Domain(in request),
        Hypercall.CreateThread => ContextCreation.Thread(in request),
        Hypercall.CreateVcpu => ContextCreation.Vcpu(in request),
        Hypercall.CreateSchedulingContext => Processor.CreateSchedulingContext(in request),
        Hypercall.CreatePortal => Creation.Portal(in request),
        Hypercall.CreateSemaphore => Creation.Semaphore(in request),
        Hypercall.CreateSegment => Creation.Segment(in request),
        Hypercall.Delegate => Derivations.Delegate(in request),
        Hypercall.Revoke => Derivations.Revoke(in request),
        Hypercall.Discard => Derivations.Discard(in request),
        Hypercall.Map => AddressSpaces.Map(in request),
        Hypercall.Unmap => AddressSpaces.Unmap(in request),
        Hypercall.BindInterrupt => InterruptCalls.Bind(in request),
        Hypercall.BindInterruptToVcpu => InterruptCalls.BindToVcpu(in request),
        Hypercall.AcknowledgeInterrupt => InterruptCalls.Acknowledge(in request),
        Hypercall.VirtualInterrupt => VcpuCalls.VirtualInterrupt(in request),
        Hypercall.Recall => VcpuCalls.Recall(in request),
        Hypercall.Stop => VcpuCalls.Stop(in request),
        Hypercall.ConsumedTime => Processor.ConsumedTime(in request),
        Hypercall.AddWindow => Schedules.AddWindow(in request),
        Hypercall.SwitchSchedule => Schedules.SwitchSchedule(in request),
        Hypercall.ConsoleWrite => Platform.ConsoleWrite(in request),
        Hypercall.Shutdown => Platform.Shutdown(in request),
        _ => Answer.Refused(Reason.UnknownHypercall),
    };
}
