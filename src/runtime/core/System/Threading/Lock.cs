// SPDX-License-Identifier: MIT
using Internal.Runtime;
using Internal.Runtime.Threading;

namespace System.Threading;

/// <summary>A lock of its own (<c>lock</c> on it uses <see cref="EnterScope"/>).</summary>
public sealed class Lock
{
    public bool IsHeldByCurrentThread => ObjectLock.IsEntered(this);

    public void Enter() => ObjectLock.Enter(this);

    public bool TryEnter() => ObjectLock.TryEnter(this);

    public bool TryEnter(int millisecondsTimeout) =>
        ObjectLock.TryEnter(this, Deadline.After(millisecondsTimeout));

    public bool TryEnter(TimeSpan timeout) =>
        ObjectLock.TryEnter(this, Deadline.After(timeout));

    public void Exit()
    {
        if (!IsHeldByCurrentThread)
            throw new SynchronizationLockException(
                "The calling thread does not hold the lock.");
        ObjectLock.Exit(this);
    }

    public Scope EnterScope()
    {
        ObjectLock.Enter(this);
        return new Scope(this);
    }

    /// <summary>Leaves the lock when disposed of.</summary>
    public ref struct Scope
    {
        private Lock? _lock;

        internal Scope(Lock held) => _lock = held;

        public void Dispose()
        {
            Lock? held = _lock;
            if (held is null)
                return;
            _lock = null;
            held.Exit();
        }
    }
}
