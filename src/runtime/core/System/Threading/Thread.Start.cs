// SPDX-License-Identifier: MIT
using Internal.Runtime;
using Internal.Runtime.Exceptions;
using Internal.Runtime.Threading;

namespace System.Threading;

public sealed unsafe partial class Thread
{
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
