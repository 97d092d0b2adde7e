// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Exploration.Pairs;

/// <summary>A hypercall with arguments, as one of two contexts makes it.</summary>
/// <param name="Name">Number and what becomes of it when nothing interferes.</param>
/// <param name="Event">The call.</param>
/// <param name="DeadlineWord">Which word counts ticks from now; -1: none.</param>
public sealed record PairCall(string Name, SimulationEvent Event, int DeadlineWord = -1)
{
    private static readonly ResultCode s_withoutRight =
        new(Status.BadCapability, Reason.RightMissing);

    /// <summary>Whether its name contains one of several texts.</summary>
    /// <param name="parts">The texts, with commas between.</param>
    /// <returns>True when it does.</returns>
    public bool IsNamed(string parts) =>
        parts.Split(',').Any(part => Name.Contains(part, StringComparison.Ordinal));

    /// <summary>The call as it is now.</summary>
    /// <param name="now">System counter.</param>
    /// <returns>The event.</returns>
    public SimulationEvent At(ulong now) => new ExplorationAction(
        Event, ulong.MaxValue, DeadlineWord).At(now);

    /// <summary>Whether it stops the caller of another CPU.</summary>
    internal bool StopsOtherCaller => (Hypercall)Event.Detail == Hypercall.Stop
        && Event.Words[0] == PairSelectors.OtherCaller;

    /// <summary>Whether others see it between its steps: a revocation takes the rights of
    /// capabilities before it removes them.</summary>
    internal bool IsSeenHalfDone => (Hypercall)Event.Detail == Hypercall.Revoke;

    /// <summary>A result of it as it is compared. A mapping goes in steps, and who unmaps one that
    /// was only begun takes it away; when it then turns out that it could not be made, that is as
    /// if nothing had been mapped. And who is refused because rights are being taken back is
    /// refused as if the capability had gone already.</summary>
    /// <param name="result">The result; all ones: none.</param>
    /// <param name="other">A call beside it.</param>
    /// <param name="otherResult">The result of that.</param>
    /// <returns>The result, or what is as good.</returns>
    internal ulong Compared(ulong result, PairCall? other, ulong otherResult)
    {
        if (result == s_withoutRight.Value && other is { IsSeenHalfDone: true })
        {
            return new ResultCode(Status.BadCapability, Reason.SlotEmpty).Value;
        }
        bool isRefused = otherResult != ulong.MaxValue && !IsSuccess(otherResult);
        return IsSuccess(result) && isRefused && MayTakeAwayBegun(other)
            ? new ResultCode(Status.BadParameter, Reason.NotMapped).Value : result;
    }

    /// <summary>Whether a result is a success: a further one stands above its 32 zeros.</summary>
    internal static bool IsSuccess(ulong result) => (uint)result == 0;

    // Whether it unmaps the range that another call maps.
    private bool MayTakeAwayBegun(PairCall? other)
    {
        if (other is null || (Hypercall)Event.Detail != Hypercall.Unmap) return false;
        return (Hypercall)other.Event.Detail == Hypercall.Map
            && Event.Words[0] == other.Event.Words[0] && Event.Words[1] == other.Event.Words[3]
            && Event.Words[2] == other.Event.Words[4];
    }
}
