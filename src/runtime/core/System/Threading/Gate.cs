// SPDX-License-Identifier: MIT
using Internal.Runtime;
using Internal.Runtime.Threading;

namespace System.Threading;

/// <summary>Waits for a condition that an object's lock guards, as events and semaphores do: until
/// a deadline, and until somebody cancels.</summary>
internal static class Gate
{
    // Entered by the cancelling thread: whoever waits at the gate looks again.
    private static readonly Action<object?> s_wake = static gate => WakeAll(gate!);

    /// <summary>Whether a callback is that of <see cref="Watch"/>.</summary>
    internal static bool IsWatch(Action<object?>? callback) => (object?)callback == s_wake;

    /// <summary>Lets everybody who waits at a gate look again.</summary>
    internal static void WakeAll(object gate)
    {
        ObjectLock.Enter(gate);
        ObjectLock.Pulse(gate, gate, all: true);
        ObjectLock.Exit(gate);
    }

    /// <summary>Lets who waits look again when the token is cancelled.</summary>
    /// <returns>To be disposed of outside of the gate's lock.</returns>
    internal static CancellationTokenRegistration Watch(CancellationToken token, object gate) =>
        token.CanBeCanceled ? token.UnsafeRegister(s_wake, gate) : default;

    /// <summary>Waits for the next change; the caller holds the gate's lock and looks at its
    /// condition before and afterwards.</summary>
    /// <returns>False when the deadline has passed, or the token is cancelled: its callbacks run
    /// outside of the lock, where the caller throws.</returns>
    internal static bool Wait(object gate, ulong deadline, CancellationToken token)
    {
        if (token.IsDue || Deadline.HasPassed(deadline))
            return false;
        ObjectLock.Wait(gate, gate, Math.Min(deadline, token.Deadline));
        return true;
    }
}
