// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Hypercalls;

/// <summary>What a hypercall returns to its caller, if it returns at once.</summary>
/// <param name="Code">x0.</param>
/// <param name="Value">x1, when <paramref name="HasValue"/>.</param>
/// <param name="HasValue">Whether x1 is a result.</param>
/// <param name="IsLater">Whether the caller gets nothing yet.</param>
internal readonly record struct Answer(
    ResultCode Code, ulong Value = 0, bool HasValue = false, bool IsLater = false)
{
    /// <summary>Done.</summary>
    internal static Answer Done => default;

    /// <summary>The answer comes with another event.</summary>
    internal static Answer Later => new(ResultCode.Success, IsLater: true);

    /// <summary>Done, with a result in x1.</summary>
    internal static Answer With(ulong value) => new(ResultCode.Success, value, HasValue: true);

    /// <summary>Refused with the status that goes with the reason.</summary>
    internal static Answer Refused(Reason reason) => new(Refusal.Because(reason));

    /// <summary>Refused with another status than the reason's usual one.</summary>
    internal static Answer Refused(Status status, Reason reason) =>
        new(new ResultCode(status, reason));
}
