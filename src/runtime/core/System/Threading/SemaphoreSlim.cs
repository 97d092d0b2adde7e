// SPDX-License-Identifier: MIT
using Internal.Runtime;
using Internal.Runtime.Threading;

namespace System.Threading;

/// <summary>A counting semaphore of the framework.</summary>
public class SemaphoreSlim : IDisposable
{
    private readonly int _countMax;
    private int _count;
    private int _waiterCount;
    private bool _isDisposed;

    public SemaphoreSlim(int initialCount)
        : this(initialCount, int.MaxValue)
    {
    }

    public SemaphoreSlim(int initialCount, int maxCount)
    {
        if (initialCount < 0 || initialCount > maxCount)
            throw new ArgumentOutOfRangeException(nameof(initialCount), initialCount,
                "The initialCount argument must be non-negative and less than or equal to the "
                    + "maximumCount.");
        if (maxCount <= 0)
            throw new ArgumentOutOfRangeException(nameof(maxCount), maxCount,
                "The maximumCount argument must be a positive number. If a maximum is not "
                    + "required, use the constructor without a maxCount parameter.");
        _count = initialCount;
        _countMax = maxCount;
    }

    public int CurrentCount => Volatile.Read(ref _count);

    public void Wait() => Wait(Deadline.Never, CancellationToken.None);

    public void Wait(CancellationToken cancellationToken) =>
        Wait(Deadline.Never, cancellationToken);

    public bool Wait(int millisecondsTimeout) =>
        Wait(millisecondsTimeout, CancellationToken.None);

    public bool Wait(TimeSpan timeout) => Wait(timeout, CancellationToken.None);

    public bool Wait(int millisecondsTimeout, CancellationToken cancellationToken) =>
        Wait(Timeout(millisecondsTimeout), cancellationToken);

    public bool Wait(TimeSpan timeout, CancellationToken cancellationToken) =>
        Wait(Deadline.After(timeout), cancellationToken);

    public int Release() => Release(1);

    /// <returns>The count before.</returns>
    public int Release(int releaseCount)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (releaseCount < 1)
            throw new ArgumentOutOfRangeException(nameof(releaseCount), releaseCount,
                "The releaseCount argument must be greater than zero.");
        lock (this)
        {
            int before = _count;
            if (_countMax - before < releaseCount)
                throw new SemaphoreFullException();
            Volatile.Write(ref _count, before + releaseCount);
            for (int woken = 0; woken < releaseCount && woken < _waiterCount; woken++)
                ObjectLock.Pulse(this, this, all: false);
            return before;
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => _isDisposed = true;

    private static ulong Timeout(int milliseconds) => milliseconds >= -1
        ? Deadline.After(milliseconds)
        : throw new ArgumentOutOfRangeException("totalMilliSeconds", milliseconds,
            "The timeout must represent a value between -1 and Int32.MaxValue, inclusive.");

    private bool Wait(ulong deadline, CancellationToken token)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        token.ThrowIfCancellationRequested();
        bool isTaken = false;
        using CancellationTokenRegistration watch = Gate.Watch(token, this);
        lock (this)
        {
            _waiterCount++;
            while (_count == 0 && Gate.Wait(this, deadline, token))
            {
            }
            _waiterCount--;
            if (_count != 0)
            {
                _count--;
                isTaken = true;
            }
        }
        if (!isTaken)
            token.ThrowIfCancellationRequested();
        return isTaken;
    }
}
