// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>Short names for the refusals of the decode halves.</summary>
internal static class Outcome
{
    /// <summary>Not an answer: the caller executes its hypercall again.</summary>
    internal static ResultCode Again => new((Status)byte.MaxValue, Reason.None);

    internal static ResultCode Parameter(Reason reason) => new(Status.BadParameter, reason);

    internal static ResultCode Capability(Reason reason) => new(Status.BadCapability, reason);

    internal static ResultCode Resources(Reason reason) => new(Status.NoResources, reason);

    internal static ResultCode Busy(Reason reason) => new(Status.Busy, reason);

    internal static ResultCode Aborted(Reason reason) => new(Status.Aborted, reason);
}
