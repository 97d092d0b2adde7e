// SPDX-License-Identifier: MIT
using Internal.Runtime;
using Deadlines = Internal.Runtime.Threading.Deadline;

namespace System.Threading;

/// <summary>Cancels, at once or at a time.</summary>
/// <remarks>
/// A partition has no thread of the library that could wait for the time of
/// <see cref="CancelAfter(int)"/>: the first thread that looks at a token, or waits with one, from
/// then on cancels, and runs the callbacks. Waits end at the time exactly.
/// </remarks>
public partial class CancellationTokenSource : IDisposable
{
    private const int NotCanceled = 0;
    private const int Canceling = 1;
    private const int Done = 2;

    internal static readonly CancellationTokenSource Canceled = new() { _state = Done };
    internal static readonly CancellationTokenSource NeverCanceled = new();

    private readonly object _gate = new();
    private CallbackNode? _newest;
    private CallbackNode? _free;
    private CancellationTokenSource[] _parents = [];
    private CancellationWaitHandle? _waitHandle;
    private ulong _deadline = Deadlines.Never;
    private long _lastId;
    private long _runningId;
    private int _runningThread;
    private int _state;
    private bool _isDisposed;

    public CancellationTokenSource()
    {
    }

    public CancellationTokenSource(int millisecondsDelay) =>
        _deadline = After(millisecondsDelay);

    public CancellationTokenSource(TimeSpan delay) =>
        _deadline = After(delay);

    public bool IsCancellationRequested
    {
        get
        {
            if (!IsDue())
                return false;
            if (Volatile.Read(ref _state) == NotCanceled)
                Cancel();
            return true;
        }
    }

    public CancellationToken Token
    {
        get
        {
            RequireNotDisposed();
            return new CancellationToken(this);
        }
    }

    internal WaitHandle WaitHandle
    {
        get
        {
            RequireNotDisposed();
            if (_waitHandle is { } made)
                return made;
            nint place = Heap.EnterImmortal();
            CancellationWaitHandle handle = new(this);
            Heap.LeaveImmortal(place);
            return Interlocked.CompareExchange(ref _waitHandle, handle, null) ?? handle;
        }
    }

    /// <summary>The first time at which it, or one that it is linked to, is cancelled.</summary>
    internal ulong Deadline
    {
        get
        {
            ulong first = Volatile.Read(ref _deadline);
            foreach (CancellationTokenSource parent in _parents)
                first = Math.Min(first, parent.Deadline);
            return first;
        }
    }

    public void Cancel() => Cancel(false);

    public void Cancel(bool throwOnFirstException)
    {
        RequireNotDisposed();
        if (Interlocked.CompareExchange(ref _state, Canceling, NotCanceled) != NotCanceled)
            return;
        _waitHandle?.WakeAll();
        RunCallbacks(throwOnFirstException);
    }

    public void CancelAfter(int millisecondsDelay)
    {
        RequireNotDisposed();
        Postpone(After(millisecondsDelay));
    }

    public void CancelAfter(TimeSpan delay)
    {
        RequireNotDisposed();
        Postpone(After(delay));
    }

    /// <summary>Makes the source as new when nobody has cancelled.</summary>
    public bool TryReset()
    {
        RequireNotDisposed();
        if (IsCancellationRequested)
            return false;
        lock (_gate)
        {
            while (_newest is { } node)
                Free(node);
            _deadline = Deadlines.Never;
        }
        return true;
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || _isDisposed)
            return;
        foreach (CancellationTokenRegistration link in _links)
            link.Dispose();
        _deadline = Deadlines.Never;
        _isDisposed = true;
    }

    private static ulong After(int millisecondsDelay) => millisecondsDelay >= -1
        ? Deadlines.After(millisecondsDelay)
        : throw new ArgumentOutOfRangeException(nameof(millisecondsDelay));

    private static ulong After(TimeSpan delay) => delay.Ticks > -2 * TimeSpan.TicksPerMillisecond
        ? Deadlines.After(delay) : throw new ArgumentOutOfRangeException(nameof(delay));

    private void RequireNotDisposed()
    {
        if (_isDisposed)
            throw new ObjectDisposedException(
                null, "The CancellationTokenSource has been disposed.");
    }

    // Who waits with the old time looks again.
    private void Postpone(ulong deadline)
    {
        Volatile.Write(ref _deadline, deadline);
        lock (_gate)
        {
            for (CallbackNode? at = _newest; at is not null; at = at.Next)
            {
                if (at.State is { } gate && Gate.IsWatch(at.Callback))
                    Gate.WakeAll(gate);
            }
        }
        _waitHandle?.WakeAll();
    }

    /// <summary>Whether it is cancelled, or will be by the first who looks.</summary>
    internal bool IsDue()
    {
        if (Volatile.Read(ref _state) != NotCanceled)
            return true;
        if (Deadlines.HasPassed(Volatile.Read(ref _deadline)))
            return true;
        foreach (CancellationTokenSource parent in _parents)
        {
            if (parent.IsDue())
                return true;
        }
        return false;
    }
}
