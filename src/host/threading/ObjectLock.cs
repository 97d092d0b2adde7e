// SPDX-License-Identifier: MIT
using System;
using System.Threading;
using Bulkhead.Host;

namespace Internal.Runtime;

/// <summary>The lock that every object has, over the simulated kernel.</summary>
internal static class ObjectLock
{
    internal static void Enter(object? target) => TryEnter(target, ulong.MaxValue);

    internal static bool TryEnter(object? target) => ThreadSeam.TryEnter(NotNull(target));

    internal static bool TryEnter(object? target, ulong deadline) =>
        ThreadSeam.Enter(NotNull(target), deadline);

    internal static void Exit(object? target)
    {
        if (!ThreadSeam.Exit(NotNull(target)))
            throw new SynchronizationLockException();
    }

    internal static bool IsEntered(object target) => ThreadSeam.IsEntered(target);

    internal static bool Wait(object target, object key, ulong deadline)
    {
        RequireEntered(target);
        return ThreadSeam.Wait(target, key, deadline);
    }

    internal static void Pulse(object target, object key, bool all)
    {
        RequireEntered(target);
        ThreadSeam.Pulse(key, all);
    }

    private static object NotNull(object? target) =>
        target ?? throw new ArgumentNullException(null, (Exception?)null);

    private static void RequireEntered(object? target)
    {
        if (!ThreadSeam.IsEntered(NotNull(target)))
            throw new SynchronizationLockException();
    }
}
