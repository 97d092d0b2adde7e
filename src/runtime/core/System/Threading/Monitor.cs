// SPDX-License-Identifier: MIT
using Internal.Runtime;
using Internal.Runtime.Threading;

namespace System.Threading;

/// <summary>Locks on objects (<c>lock</c>), which lend their owner the priority of those who wait,
/// and waits for a pulse.</summary>
public static class Monitor
{
    public static void Enter(object obj) => ObjectLock.Enter(obj);

    public static void Enter(object obj, ref bool lockTaken)
    {
        RequireNotTaken(lockTaken);
        ObjectLock.Enter(obj);
        lockTaken = true;
    }

    public static bool TryEnter(object obj) => ObjectLock.TryEnter(obj);

    public static void TryEnter(object obj, ref bool lockTaken)
    {
        RequireNotTaken(lockTaken);
        lockTaken = ObjectLock.TryEnter(obj);
    }

    public static bool TryEnter(object obj, int millisecondsTimeout) =>
        ObjectLock.TryEnter(obj, Deadline.After(millisecondsTimeout, ""));

    public static bool TryEnter(object obj, TimeSpan timeout) =>
        ObjectLock.TryEnter(obj, Deadline.After(timeout));

    public static void TryEnter(object obj, int millisecondsTimeout, ref bool lockTaken)
    {
        RequireNotTaken(lockTaken);
        lockTaken = ObjectLock.TryEnter(obj, Deadline.After(millisecondsTimeout, ""));
    }

    public static void TryEnter(object obj, TimeSpan timeout, ref bool lockTaken)
    {
        RequireNotTaken(lockTaken);
        lockTaken = ObjectLock.TryEnter(obj, Deadline.After(timeout));
    }

    public static void Exit(object obj) => ObjectLock.Exit(obj);

    public static bool IsEntered(object obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        return ObjectLock.IsEntered(obj);
    }

    public static bool Wait(object obj) => ObjectLock.Wait(obj, obj, Deadline.Never);

    public static bool Wait(object obj, int millisecondsTimeout) =>
        ObjectLock.Wait(obj, obj, Deadline.After(millisecondsTimeout, ""));

    public static bool Wait(object obj, TimeSpan timeout) =>
        ObjectLock.Wait(obj, obj, Deadline.After(timeout));

    public static bool Wait(object obj, int millisecondsTimeout, bool exitContext) =>
        Wait(obj, millisecondsTimeout);

    public static bool Wait(object obj, TimeSpan timeout, bool exitContext) => Wait(obj, timeout);

    public static void Pulse(object obj) => ObjectLock.Pulse(obj, obj, all: false);

    public static void PulseAll(object obj) => ObjectLock.Pulse(obj, obj, all: true);

    private static void RequireNotTaken(bool lockTaken)
    {
        if (lockTaken)
            throw new ArgumentException(
                "Argument must be initialized to false", nameof(lockTaken));
    }
}
