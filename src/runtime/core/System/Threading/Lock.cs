// SPDX-License-Identifier: MIT
using Internal.Runtime;

namespace System.Threading;

/// <summary>A lock of its own (<c>lock</c> on it uses <see cref="EnterScope"/>).</summary>
public sealed class Lock
{
    public bool IsHeldByCurrentThread => ObjectLock.IsEntered(this);

    public void Enter() => ObjectLock.Enter(this);

    public bool TryEnter() => ObjectLock.TryEnter(this);

    public void Exit() => ObjectLock.Exit(this);

    public Scope EnterScope()
    {
        ObjectLock.Enter(this);
        return new Scope(this);
    }

    /// <summary>Leaves the lock when disposed of.</summary>
    public readonly ref struct Scope
    {
        private readonly Lock _lock;

        internal Scope(Lock held) => _lock = held;

        public void Dispose() => _lock.Exit();
    }
}
