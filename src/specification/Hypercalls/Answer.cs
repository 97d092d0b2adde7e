// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Hypercalls;

/// <summary>What a hypercall returns to its caller, if it returns at once.</summary>
/// <param name="Code">x0.</param>
/// <param name="Values">From x1 on; default: nothing.</param>
/// <param name="IsLater">Whether the caller gets nothing yet.</param>
internal readonly record struct Answer(
    ResultCode Code, ImmutableArray<ulong> Values = default, bool IsLater = false)
{
    /// <summary>Done.</summary>
    internal static Answer Done => default;

    /// <summary>The answer comes with another event.</summary>
    internal static Answer Later => new(ResultCode.Success, IsLater: true);

    /// <summary>Done, with results in x1 and up.</summary>
    internal static Answer With(params ImmutableArray<ulong> values) =>
        new(ResultCode.Success, values);

    /// <summary>Refused with the status that goes with the reason.</summary>
    internal static Answer Refused(Reason reason) => new(Refusal.Because(reason));

    /// <summary>Refused with another status than the reason's usual one.</summary>
    internal static Answer Refused(Status status, Reason reason) =>
        new(new ResultCode(status, reason));
}
