// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>Short names for the refusals of the decode halves.</summary>
internal static class Outcome
{
    /// <summary>What no hypercall answers: it left in its middle and is executed
    /// again.</summary>
    internal static ResultCode Again => new(ulong.MaxValue);

    internal static ResultCode Parameter(Reason reason) => new(Status.BadParameter, reason);

    internal static ResultCode Capability(Reason reason) => new(Status.BadCapability, reason);

    internal static ResultCode Resources(Reason reason) => new(Status.NoResources, reason);

    internal static ResultCode Busy(Reason reason) => new(Status.Busy, reason);

    internal static ResultCode Aborted(Reason reason) => new(Status.Aborted, reason);
}
