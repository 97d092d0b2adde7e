// SPDX-License-Identifier: MIT
using Internal.Runtime;

namespace System.Threading;

/// <summary>Locks on objects (<c>lock</c>).</summary>
public static class Monitor
{
    public static void Enter(object obj) => ObjectLock.Enter(obj);

    public static void Enter(object obj, ref bool lockTaken)
    {
        if (lockTaken)
            throw new ArgumentException("Argument must be initialized to false", nameof(lockTaken));
        ObjectLock.Enter(obj);
        lockTaken = true;
    }

    public static bool TryEnter(object obj) => ObjectLock.TryEnter(obj);

    public static void TryEnter(object obj, ref bool lockTaken) =>
        lockTaken = ObjectLock.TryEnter(obj);

    public static void Exit(object obj) => ObjectLock.Exit(obj);

    public static bool IsEntered(object obj) => ObjectLock.IsEntered(obj);
}
