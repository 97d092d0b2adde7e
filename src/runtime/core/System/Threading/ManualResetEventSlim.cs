// SPDX-License-Identifier: MIT
using Internal.Runtime;
using Internal.Runtime.Threading;

namespace System.Threading;

/// <summary>An event that lets everybody through until it is reset.</summary>
public class ManualResetEventSlim : IDisposable
{
    private const int SpinCountMax = 2047;
    private const int SpinCountUsual = 35;

    private ManualResetEvent? _handle;
    private bool _isSet;
    private bool _isDisposed;

    public ManualResetEventSlim()
        : this(false)
    {
    }

    public ManualResetEventSlim(bool initialState)
        : this(initialState, SpinCountUsual)
    {
    }

    /// <param name="initialState">Whether it is set.</param>
    /// <param name="spinCount">Has no meaning: a thread that waits leaves the processor.</param>
    public ManualResetEventSlim(bool initialState, int spinCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(spinCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(spinCount, SpinCountMax);
        _isSet = initialState;
        SpinCount = spinCount;
    }

    public bool IsSet => Volatile.Read(ref _isSet);

    public int SpinCount { get; }

    public WaitHandle WaitHandle
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            lock (this)
                return _handle ??= new ManualResetEvent(_isSet);
        }
    }

    public void Set()
    {
        lock (this)
        {
            Volatile.Write(ref _isSet, true);
            ObjectLock.Pulse(this, this, all: true);
            _handle?.Set();
        }
    }

    public void Reset()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        lock (this)
        {
            _isSet = false;
            _handle?.Reset();
        }
    }

    public void Wait() => Wait(Deadline.Never, CancellationToken.None);

    public void Wait(CancellationToken cancellationToken) =>
        Wait(Deadline.Never, cancellationToken);

    public bool Wait(int millisecondsTimeout) =>
        Wait(Deadline.After(millisecondsTimeout), CancellationToken.None);

    public bool Wait(TimeSpan timeout) => Wait(Deadline.After(timeout), CancellationToken.None);

    public bool Wait(int millisecondsTimeout, CancellationToken cancellationToken) =>
        Wait(Deadline.After(millisecondsTimeout), cancellationToken);

    public bool Wait(TimeSpan timeout, CancellationToken cancellationToken) =>
        Wait(Deadline.After(timeout), cancellationToken);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => _isDisposed = true;

    private bool Wait(ulong deadline, CancellationToken token)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        token.ThrowIfCancellationRequested();
        if (IsSet)
            return true;
        using CancellationTokenRegistration watch = Gate.Watch(token, this);
        bool isSet;
        lock (this)
        {
            while (!_isSet && Gate.Wait(this, deadline, token))
            {
            }
            isSet = _isSet;
        }
        if (!isSet)
            token.ThrowIfCancellationRequested();
        return isSet;
    }
}
