// SPDX-License-Identifier: MIT
using System.Runtime.ExceptionServices;

namespace Bulkhead.Host.Simulated;

/// <summary>
/// Gives the turn to one thread at a time: the highest priority first, of equals the one that has
/// been ready for longest. When nobody is ready the clock goes to what is due next. So a test takes
/// no time of the host, and the same test runs the same way each time.
/// </summary>
/// <remarks>
/// Whoever has the turn decides who gets it next, so a thread that waits and is the next one itself
/// just goes on. Only the holder of the turn touches any state: it needs no locks.
/// </remarks>
/// <param name="clock">The clock.</param>
internal sealed class HostScheduler(VirtualClock clock)
{
    private const int LateCallsMax = 100;

    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(2);

    private readonly List<HostThread> _threads = [];
    private readonly List<HostThread> _ready = [];
    private readonly List<HostThread> _timed = [];
    private readonly PriorityQueue<Action, (ulong Ticks, int Number)> _events = new();
    private readonly SemaphoreSlim _controllerTurn = new(0);

    private ExceptionDispatchInfo? _failure;
    private ulong _limit;
    private int _eventCount;
    private bool _isStopped;

    /// <summary>Whether every thread has come to its end.</summary>
    public bool IsEnded => _threads.TrueForAll(thread => thread.IsEnded);

    /// <summary>Adds a thread, which is ready.</summary>
    /// <param name="thread">The thread.</param>
    public void Add(HostThread thread)
    {
        _threads.Add(thread);
        _ready.Add(thread);
        thread.Launch();
    }

    /// <summary>Lets something happen at a tick.</summary>
    /// <param name="ticks">When; what is past happens at once.</param>
    /// <param name="happening">What.</param>
    public void At(ulong ticks, Action happening) =>
        _events.Enqueue(happening, (ticks, _eventCount++));

    /// <summary>Lets the threads run until a tick, everything included that is due by
    /// then.</summary>
    /// <param name="limit">The tick.</param>
    /// <param name="realTime">Longest time of the host that this may take.</param>
    /// <exception cref="TimeoutException">It took longer.</exception>
    public void Drive(ulong limit, TimeSpan realTime)
    {
        _limit = limit;
        if (Next() is HostThread first)
        {
            first.Resume();
            if (!_controllerTurn.Wait(realTime))
            {
                throw new TimeoutException($"the program has computed for {realTime} without "
                    + "coming to its end; does it wait for something without asking the kernel?");
            }
        }

        _failure?.Throw();
    }

    /// <summary>The calling thread waits, until a deadline at most.</summary>
    /// <param name="queue">Where.</param>
    /// <param name="deadline">In ticks; all ones: for ever.</param>
    /// <returns>Whether somebody ended the wait; false when the deadline passed.</returns>
    public bool Wait(WaitQueue queue, ulong deadline)
    {
        HostThread thread = HostThread.Current;
        queue.Add(thread);
        thread.Deadline = deadline;
        if (deadline != ulong.MaxValue) _timed.Add(thread);
        Switch(thread);
        return !thread.IsTimedOut;
    }

    /// <summary>Ends a thread's wait.</summary>
    /// <param name="queue">Where it waits first in line.</param>
    public void Wake(WaitQueue queue) => MakeReady(queue.TakeFirst(), isTimedOut: false);

    /// <summary>Whether a declared thread waits.</summary>
    /// <param name="declared">Its number.</param>
    /// <returns>True when it does.</returns>
    public bool IsWaiting(uint declared) => _threads.Exists(thread =>
        !thread.IsEnded && thread.Identity.Declared == declared && thread.Waiting is not null);

    /// <summary>Others of the same priority run first.</summary>
    public void Yield()
    {
        _ready.Add(HostThread.Current);
        Switch(HostThread.Current);
    }

    /// <summary>Gives way to a thread of higher priority that has become ready, and stops where the
    /// test wants to look at things.</summary>
    public void GiveWay()
    {
        HostThread thread = HostThread.Current;
        RefuseWhenStopped(thread);
        bool isLess = _ready.Exists(other => other.Priority > thread.Priority);
        bool isDue = clock.FirstFree() != clock.Ticks || NextDue() <= clock.Ticks;
        if (!isLess && !isDue && clock.Ticks <= _limit) return;
        // It has not waited: of its equals it stays the first.
        _ready.Insert(0, thread);
        Switch(thread);
    }

    /// <summary>Notes what a test must be told, and ends the run.</summary>
    /// <param name="error">What went wrong.</param>
    public void Fail(Exception error) => _failure ??= ExceptionDispatchInfo.Capture(error);

    /// <summary>Ends the run as soon as the calling thread waits or ends.</summary>
    public void Pause() => _limit = 0;

    /// <summary>The calling thread has come to its end.</summary>
    public void Leave()
    {
        if (!_isStopped) Hand(Next());
    }

    /// <summary>Ends all threads where they stand.</summary>
    public void Stop()
    {
        _isStopped = true;
        foreach (HostThread thread in _threads.Where(thread => !thread.IsEnded))
        {
            thread.Resume();
            thread.Join(s_farewell);
        }
    }

    /// <summary>Unwinds a thread whose test has ended.</summary>
    /// <param name="thread">The calling thread.</param>
    /// <exception cref="PartitionStoppedException">The test has ended.</exception>
    public void RefuseWhenStopped(HostThread thread)
    {
        if (!_isStopped) return;
        // It catches everything and goes on: let it rest.
        if (++thread.LateCallCount > LateCallsMax) Thread.Sleep(Timeout.Infinite);
        throw new PartitionStoppedException();
    }

    private void Switch(HostThread thread)
    {
        RefuseWhenStopped(thread);
        HostThread? next = Next();
        if (next == thread) return;
        Hand(next);
        thread.AwaitTurn();
        RefuseWhenStopped(thread);
    }

    private void Hand(HostThread? next)
    {
        if (next is null) _controllerTurn.Release();
        else next.Resume();
    }

    // Who runs now; nobody when the test is to go on, or nothing is ever due.
    private HostThread? Next()
    {
        while (_failure is null)
        {
            RunDue();
            if (_failure is not null || clock.Ticks > _limit) return null;
            ulong free = _ready.Count > 0 ? clock.FirstFree() : ulong.MaxValue;
            if (free == clock.Ticks) return TakeReady();
            ulong next = Math.Min(free, NextDue());
            if (next > _limit) return null;
            clock.MoveTo(next);
        }

        return null;
    }

    private HostThread TakeReady()
    {
        HostThread best = _ready.MaxBy(thread => thread.Priority)!;
        _ready.Remove(best);
        return best;
    }

    private ulong NextDue()
    {
        ulong due = _events.TryPeek(out _, out (ulong Ticks, int Number) first)
            ? first.Ticks : ulong.MaxValue;
        foreach (HostThread thread in _timed) due = Math.Min(due, thread.Deadline);
        return due;
    }

    private void RunDue()
    {
        while (_failure is null && _events.TryPeek(out _, out (ulong Ticks, int Number) first)
            && first.Ticks <= clock.Ticks)
        {
            Happen(_events.Dequeue());
        }

        HostThread[] late = [.. _timed.Where(thread => thread.Deadline <= clock.Ticks)
            .OrderBy(thread => thread.Deadline)];
        foreach (HostThread thread in late)
        {
            thread.Waiting?.Remove(thread);
            MakeReady(thread, isTimedOut: true);
        }
    }

    private void Happen(Action happening)
    {
        try
        {
            happening();
        }
        catch (Exception error)
        {
            Fail(error);
        }
    }

    private void MakeReady(HostThread thread, bool isTimedOut)
    {
        _timed.Remove(thread);
        thread.Deadline = ulong.MaxValue;
        thread.IsTimedOut = isTimedOut;
        _ready.Add(thread);
    }
}
