// SPDX-License-Identifier: MIT
using Internal.Runtime;
using Internal.Runtime.Exceptions;
using Internal.Runtime.Threading;

namespace System.Threading;

public sealed unsafe partial class Thread
{
    /// <summary>Starts it: on the declared thread of its name, or, without a name, on the first
    /// one of the partition's processor that is free.</summary>
    /// <exception cref="InvalidOperationException">No declared thread is free.</exception>
    /// <exception cref="ThreadStateException">It was started before.</exception>
    public void Start() => StartWith(null);

    /// <summary>Starts it with an argument.</summary>
    public void Start(object? parameter)
    {
        if (_start is ThreadStart)
            throw new InvalidOperationException("The thread was created with a ThreadStart "
                + "delegate that does not accept a parameter.");
        StartWith(parameter);
    }

    public void UnsafeStart() => Start();

    public void UnsafeStart(object? parameter) => Start(parameter);

    public void Join() => Join(Deadline.Never);

    public bool Join(int millisecondsTimeout)
    {
        if (millisecondsTimeout < -1)
            throw new ArgumentOutOfRangeException(nameof(millisecondsTimeout),
                "Number must be either non-negative and less than or equal to Int32.MaxValue or "
                    + "-1.");
        return Join(Deadline.After(millisecondsTimeout));
    }

    public bool Join(TimeSpan timeout) => Join(Deadline.After(timeout));

    private void StartWith(object? argument)
    {
        if (Interlocked.CompareExchange(ref _state, 0, (int)ThreadState.Unstarted)
            != (int)ThreadState.Unstarted)
            throw new ThreadStateException("Thread is running or terminated; it cannot restart.");
        try
        {
            _argument = argument;
            DeclaredThreads.Start(this, _name);
        }
        catch
        {
            Volatile.Write(ref _state, (int)ThreadState.Unstarted);
            throw;
        }
    }

    /// <summary>What a declared thread runs when it is started; entered on its own stack.</summary>
    internal static void Run()
    {
        ThreadRecord* record = ThreadRecord.Current;
        Thread self = (Thread)record->ManagedThread!;
        self._record = record;
        try
        {
            if (self._start is ParameterizedThreadStart start)
                start(self._argument);
            else
                ((ThreadStart)self._start!)();
        }
        catch (Exception) when (NoteUnhandled(record))
        {
        }
        self.End(record);
    }

    // Nobody catches what comes as far as this filter: the report follows.
    private static bool NoteUnhandled(ThreadRecord* record)
    {
        TraceReport.WriteLine("in " + ThreadNames.Of((ulong)record->Number) + ":");
        return false;
    }

    // Those who join go on, and find the declared thread free for another start.
    private void End(ThreadRecord* record)
    {
        DeclaredThreads.Release(record);
        ObjectLock.Enter(this);
        Volatile.Write(ref _state, (int)ThreadState.Stopped);
        _argument = null;
        ObjectLock.Pulse(this, this, all: true);
        ObjectLock.Exit(this);
    }

    private bool Join(ulong deadline)
    {
        if (State == (int)ThreadState.Unstarted)
            throw new ThreadStateException("Thread has not been started.");
        bool isEnded = State == (int)ThreadState.Stopped;
        if (isEnded)
            return true;
        ObjectLock.Enter(this);
        while (State != (int)ThreadState.Stopped && !Deadline.HasPassed(deadline))
            ObjectLock.Wait(this, this, deadline);
        isEnded = State == (int)ThreadState.Stopped;
        ObjectLock.Exit(this);
        return isEnded;
    }
}
