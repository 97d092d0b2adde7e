// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Abi;

namespace Bulkhead.Host.Simulated;

/// <summary>The locks and waits of a program's objects, and which declared threads run.</summary>
/// <param name="kernel">The kernel.</param>
internal sealed class ObjectLocks(HostKernel kernel)
{
    // Above all numbers of the host's threads.
    private const int FirstId = 1 << 20;

    private readonly ConditionalWeakTable<object, HostLock> _locks = [];
    private readonly ConditionalWeakTable<object, WaitQueue> _waiters = [];
    private readonly bool[] _isTaken = new bool[1 + NativeLayout.ThreadsDeclaredMax];
    private int _lastId = FirstId;

    /// <summary>An object's lock.</summary>
    /// <param name="target">The object.</param>
    /// <returns>The lock.</returns>
    public HostLock Of(object target) => _locks.GetValue(target, _ => new HostLock(kernel));

    /// <summary>Who waits for a pulse.</summary>
    /// <param name="key">What they wait for.</param>
    /// <returns>The queue.</returns>
    public WaitQueue WaitersOf(object key) => _waiters.GetValue(key, _ => new WaitQueue());

    /// <summary>A number that no thread of the host has.</summary>
    /// <returns>The number.</returns>
    public int NewId() => _lastId++;

    /// <summary>Takes a declared thread when it is free.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>Whether it was.</returns>
    public bool TryClaim(uint number)
    {
        if (_isTaken[number]) return false;
        _isTaken[number] = true;
        return true;
    }

    /// <summary>A declared thread is free again.</summary>
    /// <param name="number">Its number.</param>
    public void Release(uint number) => _isTaken[number] = false;
}
