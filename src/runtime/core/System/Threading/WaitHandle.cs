// SPDX-License-Identifier: MIT
using Internal.Runtime;
using Internal.Runtime.Threading;

namespace System.Threading;

/// <summary>Something to wait for, alone or with others.</summary>
/// <remarks>All of them share one lock, which is held for a few instructions; each is waited for by
/// its own name, several at once by a common one.</remarks>
public abstract class WaitHandle : IDisposable
{
    public const int WaitTimeout = 258;

    private const int HandlesMax = 64;

    private protected static readonly object s_gate = new();
    private static readonly object s_several = new();

    private bool _isDisposed;

    /// <summary>Whether it is signaled; under the lock.</summary>
    private protected abstract bool IsSignaled { get; }

    /// <summary>When it becomes signaled by itself, in ticks.</summary>
    private protected virtual ulong Due => Deadline.Never;

    public virtual bool WaitOne() => WaitOne(Deadline.Never);

    public virtual bool WaitOne(int millisecondsTimeout) =>
        WaitOne(Deadline.After(millisecondsTimeout));

    public virtual bool WaitOne(TimeSpan timeout) => WaitOne(Deadline.After(timeout));

    public virtual bool WaitOne(int millisecondsTimeout, bool exitContext) =>
        WaitOne(millisecondsTimeout);

    public virtual bool WaitOne(TimeSpan timeout, bool exitContext) => WaitOne(timeout);

    public static int WaitAny(params WaitHandle[] waitHandles) =>
        WaitAny(waitHandles, Deadline.Never);

    public static int WaitAny(WaitHandle[] waitHandles, int millisecondsTimeout) =>
        WaitAny(waitHandles, Deadline.After(millisecondsTimeout));

    public static int WaitAny(WaitHandle[] waitHandles, TimeSpan timeout) =>
        WaitAny(waitHandles, Deadline.After(timeout));

    public static bool WaitAll(params WaitHandle[] waitHandles) =>
        WaitAll(waitHandles, Deadline.Never);

    public static bool WaitAll(WaitHandle[] waitHandles, int millisecondsTimeout) =>
        WaitAll(waitHandles, Deadline.After(millisecondsTimeout));

    public static bool WaitAll(WaitHandle[] waitHandles, TimeSpan timeout) =>
        WaitAll(waitHandles, Deadline.After(timeout));

    public virtual void Close() => Dispose();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool explicitDisposing) => _isDisposed = true;

    /// <summary>Takes what a waiter takes; under the lock, when it is signaled.</summary>
    private protected virtual void Take()
    {
    }

    /// <summary>Lets those look again who wait for this; under the lock.</summary>
    private protected void Pulse(bool all)
    {
        ObjectLock.Pulse(s_gate, this, all);
        ObjectLock.Pulse(s_gate, s_several, all: true);
    }

    private protected void RequireNotDisposed()
    {
        if (_isDisposed)
            throw new ObjectDisposedException("Microsoft.Win32.SafeHandles.SafeWaitHandle");
    }

    private bool WaitOne(ulong deadline)
    {
        RequireNotDisposed();
        lock (s_gate)
        {
            while (!IsSignaled)
            {
                if (Deadline.HasPassed(deadline))
                    return false;
                ObjectLock.Wait(s_gate, this, Math.Min(deadline, Due));
            }
            Take();
            return true;
        }
    }

    private static int WaitAny(WaitHandle[] handles, ulong deadline)
    {
        Check(handles);
        lock (s_gate)
        {
            while (true)
            {
                ulong due = deadline;
                for (int index = 0; index < handles.Length; index++)
                {
                    if (handles[index].IsSignaled)
                    {
                        handles[index].Take();
                        return index;
                    }
                    due = Math.Min(due, handles[index].Due);
                }
                if (Deadline.HasPassed(deadline))
                    return WaitTimeout;
                ObjectLock.Wait(s_gate, s_several, due);
            }
        }
    }

    private static bool WaitAll(WaitHandle[] handles, ulong deadline)
    {
        Check(handles);
        lock (s_gate)
        {
            while (!AreSignaled(handles, out ulong due))
            {
                if (Deadline.HasPassed(deadline))
                    return false;
                ObjectLock.Wait(s_gate, s_several, Math.Min(due, deadline));
            }
            foreach (WaitHandle handle in handles)
                handle.Take();
            return true;
        }
    }

    private static bool AreSignaled(WaitHandle[] handles, out ulong due)
    {
        due = Deadline.Never;
        bool areSignaled = true;
        foreach (WaitHandle handle in handles)
        {
            due = Math.Min(due, handle.Due);
            areSignaled &= handle.IsSignaled;
        }
        return areSignaled;
    }

    private static void Check(WaitHandle[] handles)
    {
        ArgumentNullException.ThrowIfNull(handles, "waitHandles");
        if (handles.Length == 0)
            throw new ArgumentException("Waithandle array may not be empty.", "waitHandles");
        if (handles.Length > HandlesMax)
            throw new NotSupportedException(
                "The number of WaitHandles must be less than or equal to 64.");
        foreach (WaitHandle handle in handles)
        {
            if (handle is null)
                throw new ArgumentNullException("waitHandles[0]",
                    "At least one element in the specified array was null.");
            handle.RequireNotDisposed();
        }
    }
}
