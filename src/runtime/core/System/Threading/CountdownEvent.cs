// SPDX-License-Identifier: MIT
namespace System.Threading;

/// <summary>Set when it has been signaled so many times.</summary>
public class CountdownEvent : IDisposable
{
    private readonly ManualResetEventSlim _event;
    private int _initialCount;
    private int _count;
    private bool _isDisposed;

    public CountdownEvent(int initialCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(initialCount);
        _initialCount = initialCount;
        _count = initialCount;
        _event = new ManualResetEventSlim(initialCount == 0);
    }

    public int CurrentCount => Math.Max(Volatile.Read(ref _count), 0);

    public int InitialCount => _initialCount;

    public bool IsSet => Volatile.Read(ref _count) <= 0;

    public WaitHandle WaitHandle
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return _event.WaitHandle;
        }
    }

    public bool Signal() => Signal(1);

    /// <returns>Whether the event is set now.</returns>
    public bool Signal(int signalCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(signalCount);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        lock (_event)
        {
            if (_count < signalCount)
                throw new InvalidOperationException(
                    "Invalid attempt made to decrement the event's count below zero.");
            Volatile.Write(ref _count, _count - signalCount);
            if (_count != 0)
                return false;
            _event.Set();
            return true;
        }
    }

    public void AddCount() => AddCount(1);

    public void AddCount(int signalCount)
    {
        if (!TryAddCount(signalCount))
            throw new InvalidOperationException(
                "The event is already signaled and cannot be incremented.");
    }

    public bool TryAddCount() => TryAddCount(1);

    public bool TryAddCount(int signalCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(signalCount);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        lock (_event)
        {
            if (_count <= 0)
                return false;
            if (_count > int.MaxValue - signalCount)
                throw new InvalidOperationException(
                    "The increment operation would cause the CurrentCount to overflow.");
            Volatile.Write(ref _count, _count + signalCount);
            return true;
        }
    }

    public void Reset() => Reset(_initialCount);

    public void Reset(int count)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        lock (_event)
        {
            Volatile.Write(ref _count, count);
            _initialCount = count;
            if (count == 0)
                _event.Set();
            else
                _event.Reset();
        }
    }

    public void Wait() => Wait(CancellationToken.None);

    public void Wait(CancellationToken cancellationToken) =>
        Wait(Timeout.Infinite, cancellationToken);

    public bool Wait(int millisecondsTimeout) =>
        Wait(millisecondsTimeout, CancellationToken.None);

    public bool Wait(TimeSpan timeout) => Wait(timeout, CancellationToken.None);

    public bool Wait(int millisecondsTimeout, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return _event.Wait(millisecondsTimeout, cancellationToken);
    }

    public bool Wait(TimeSpan timeout, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return _event.Wait(timeout, cancellationToken);
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => _isDisposed = true;
}
