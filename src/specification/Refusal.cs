// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification;

/// <summary>The status that goes with each reason for which a hypercall is refused.</summary>
public static class Refusal
{
    /// <summary>The result code of a refusal.</summary>
    /// <param name="reason">Why.</param>
    /// <returns>Status and reason.</returns>
    public static ResultCode Because(Reason reason) => new(StatusOf(reason), reason);

    /// <summary>What kind of answer a reason is.</summary>
    /// <param name="reason">A reason of a hypercall.</param>
    /// <returns>The status.</returns>
    public static Status StatusOf(Reason reason) => reason switch
    {
        Reason.None => Status.Success,
        Reason.UnknownHypercall => Status.BadHypercall,
        Reason.SelectorOutOfRange or Reason.SlotEmpty or Reason.SlotZero
            or Reason.RightMissing or Reason.AccessDenied => Status.BadCapability,
        Reason.SlotTaken or Reason.AlreadyMapped or Reason.ContextScheduled
            or Reason.InterruptBound or Reason.VirtualInterruptInUse or Reason.ScheduleInUse =>
                Status.Busy,
        Reason.PoolExhausted or Reason.ObjectQuota or Reason.TableQuota
            or Reason.TablePagesExhausted or Reason.CounterFull or Reason.DerivationDepth
            or Reason.VmidExhausted => Status.NoResources,
        Reason.ServerStopped or Reason.SemaphoreGone or Reason.ObjectGone => Status.Aborted,
        Reason.DeadlinePassed => Status.Timeout,
        _ => Status.BadParameter,
    };
}
