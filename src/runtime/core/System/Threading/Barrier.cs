// SPDX-License-Identifier: MIT
using Internal.Runtime;
using Internal.Runtime.Threading;

namespace System.Threading;

/// <summary>Lets threads wait for each other at the end of each phase of their work.</summary>
public class Barrier : IDisposable
{
    private const int ParticipantsMax = short.MaxValue;

    private readonly object _gate = new();
    private readonly Action<Barrier>? _postPhaseAction;
    private Exception? _failure;
    private long _phase;
    private int _count;
    private int _arrived;
    private int _actionThread;
    private bool _isDisposed;

    public Barrier(int participantCount)
        : this(participantCount, null)
    {
    }

    public Barrier(int participantCount, Action<Barrier>? postPhaseAction)
    {
        if (participantCount is < 0 or > ParticipantsMax)
            throw new ArgumentOutOfRangeException(nameof(participantCount), participantCount,
                "The participantCount argument must be non-negative and less than or equal to "
                    + "32767.");
        _count = participantCount;
        _postPhaseAction = postPhaseAction;
    }

    public int ParticipantCount => Volatile.Read(ref _count);

    public int ParticipantsRemaining => _count - _arrived;

    public long CurrentPhaseNumber => Volatile.Read(ref _phase);

    public long AddParticipant() => AddParticipants(1);

    /// <returns>The phase in which they come to it.</returns>
    public long AddParticipants(int participantCount)
    {
        Check(participantCount);
        lock (_gate)
        {
            if (_count + participantCount > ParticipantsMax)
                throw new InvalidOperationException("Adding participantCount participants would "
                    + "result in the number of participants exceeding the maximum number "
                    + "allowed.");
            _count += participantCount;
            return _phase;
        }
    }

    public void RemoveParticipant() => RemoveParticipants(1);

    public void RemoveParticipants(int participantCount)
    {
        Check(participantCount);
        lock (_gate)
        {
            if (participantCount > _count)
                throw new ArgumentOutOfRangeException(nameof(participantCount),
                    "The participantCount argument must be less than or equal the number of "
                        + "participants.");
            if (participantCount > _count - _arrived)
                throw new InvalidOperationException("The participantCount argument is greater "
                    + "than the number of participants that haven't yet arrived at the barrier "
                    + "in this phase.");
            _count -= participantCount;
            if (_count > 0 && _arrived == _count)
                EndPhase();
        }
    }

    public void SignalAndWait() => SignalAndWait(CancellationToken.None);

    public void SignalAndWait(CancellationToken cancellationToken) =>
        SignalAndWait(Deadline.Never, cancellationToken);

    public bool SignalAndWait(TimeSpan timeout) =>
        SignalAndWait(timeout, CancellationToken.None);

    public bool SignalAndWait(TimeSpan timeout, CancellationToken cancellationToken) =>
        SignalAndWait(Deadline.After(timeout), cancellationToken);

    public bool SignalAndWait(int millisecondsTimeout) =>
        SignalAndWait(millisecondsTimeout, CancellationToken.None);

    public bool SignalAndWait(int millisecondsTimeout, CancellationToken cancellationToken) =>
        SignalAndWait(Deadline.After(millisecondsTimeout), cancellationToken);

    public void Dispose()
    {
        RefuseInAction();
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => _isDisposed = true;

    private void Check(int participantCount)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (participantCount < 1)
            throw new ArgumentOutOfRangeException(nameof(participantCount), participantCount,
                "The participantCount argument must be a positive value.");
        RefuseInAction();
    }

    private void RefuseInAction()
    {
        if (_actionThread == Environment.CurrentManagedThreadId)
            throw new InvalidOperationException(
                "This method may not be called from within the postPhaseAction.");
    }

    private bool SignalAndWait(ulong deadline, CancellationToken token)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        token.ThrowIfCancellationRequested();
        RefuseInAction();
        bool isOver;
        using CancellationTokenRegistration watch = Gate.Watch(token, _gate);
        lock (_gate)
            isOver = Arrive(deadline, token);
        if (!isOver)
            token.ThrowIfCancellationRequested();
        return isOver;
    }

    private bool Arrive(ulong deadline, CancellationToken token)
    {
        if (_count == 0)
            throw new InvalidOperationException(
                "The barrier has no registered participants.");
        if (_arrived == _count)
            throw new InvalidOperationException("The number of threads using the barrier "
                + "exceeded the total number of registered participants.");
        long phase = _phase;
        if (++_arrived == _count)
        {
            EndPhase();
        }
        else
        {
            while (_phase == phase && Gate.Wait(_gate, deadline, token))
            {
            }
            // Whoever gives up has not come.
            if (_phase == phase)
            {
                _arrived--;
                return false;
            }
        }
        return _failure is null ? true : throw new BarrierPostPhaseException(_failure);
    }

    // Under the lock, in the thread that came last.
    private void EndPhase()
    {
        _failure = null;
        if (_postPhaseAction is not null)
        {
            _actionThread = Environment.CurrentManagedThreadId;
            try
            {
                _postPhaseAction(this);
            }
            catch (Exception error)
            {
                _failure = error;
            }
            _actionThread = 0;
        }
        _arrived = 0;
        Volatile.Write(ref _phase, _phase + 1);
        ObjectLock.Pulse(_gate, _gate, all: true);
    }
}
