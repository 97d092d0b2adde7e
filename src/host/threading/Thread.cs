// SPDX-License-Identifier: MIT
using Bulkhead.Host;
using Internal.Runtime.Threading;

namespace System.Threading;

/// <summary>A thread of the tested program, on one that the test declares
/// (<see cref="PartitionHost.AddThread"/>).</summary>
public sealed partial class Thread
{
    [ThreadStatic]
    private static Thread? t_current;

    private readonly object _gate = new();
    private readonly Delegate? _start;
    private uint _declared;
    private int _id;
    private bool _isBackground;
    private ThreadState _state = ThreadState.Unstarted;

    public Thread(ThreadStart start) : this((Delegate)start)
    {
    }

    public Thread(ParameterizedThreadStart start) : this((Delegate)start)
    {
    }

    public Thread(ThreadStart start, int maxStackSize) : this((Delegate)start) =>
        ArgumentOutOfRangeException.ThrowIfNegative(maxStackSize);

    public Thread(ParameterizedThreadStart start, int maxStackSize) : this((Delegate)start) =>
        ArgumentOutOfRangeException.ThrowIfNegative(maxStackSize);

    private Thread(Delegate start)
    {
        ArgumentNullException.ThrowIfNull(start);
        _start = start;
    }

    private Thread()
    {
        _id = Environment.CurrentManagedThreadId;
        _state = ThreadState.Running;
    }

    public static Thread CurrentThread => t_current ??= new Thread();

    public int ManagedThreadId => _id != 0 ? _id : _id = ThreadSeam.NewId();

    public string? Name { get; set; }

    public bool IsAlive => _state is not (ThreadState.Unstarted or ThreadState.Stopped);

    public bool IsThreadPoolThread => false;

    public bool IsBackground
    {
        get
        {
            RequireNotStopped();
            return _isBackground;
        }

        set
        {
            RequireNotStopped();
            _isBackground = value;
        }
    }

    public ThreadState ThreadState
    {
        get
        {
            ThreadState state = _state == ThreadState.Running && ThreadSeam.IsWaiting(_declared)
                ? ThreadState.WaitSleepJoin : _state;
            return _isBackground && state != ThreadState.Stopped
                ? state | ThreadState.Background : state;
        }
    }

    public ThreadPriority Priority
    {
        get
        {
            RequireNotStopped();
            int difference = ThreadSeam.PriorityBesideMain(_declared, Name);
            return difference == 0 ? ThreadPriority.Normal
                : difference > 0 ? ThreadPriority.AboveNormal : ThreadPriority.BelowNormal;
        }

        set
        {
            if (value != Priority)
                throw new NotSupportedException("A thread's priority is in the system "
                    + "description: threads: [ { name: ..., priority: ... } ]");
        }
    }

    public static bool Yield()
    {
        KernelSeam.Yield();
        return true;
    }

    public static void SpinWait(int iterations)
    {
    }

    public static void MemoryBarrier() => Interlocked.MemoryBarrier();

    public static int GetCurrentProcessorId() => 0;

    private static void Sleep(ulong deadline)
    {
        if (deadline == Deadline.Passed)
            Yield();
        else
            ThreadSeam.Sleep(deadline);
    }

    private void StartWith(object? argument)
    {
        if (_state != ThreadState.Unstarted)
            throw new ThreadStateException("Thread is running or terminated; it cannot restart.");
        _declared = ThreadSeam.Claim(Name);
        _state = ThreadState.Running;
        ThreadSeam.Start(_declared, () => Run(argument));
    }

    private void Run(object? argument)
    {
        t_current = this;
        _id = Environment.CurrentManagedThreadId;
        if (_start is ParameterizedThreadStart start)
            start(argument);
        else
            ((ThreadStart)_start!)();
        ThreadSeam.Release(_declared);
        lock (_gate)
        {
            _state = ThreadState.Stopped;
            Monitor.PulseAll(_gate);
        }
    }

    private bool Join(ulong deadline)
    {
        if (_state == ThreadState.Unstarted)
            throw new ThreadStateException("Thread has not been started.");
        lock (_gate)
        {
            while (_state != ThreadState.Stopped && !Deadline.HasPassed(deadline))
                Internal.Runtime.ObjectLock.Wait(_gate, _gate, deadline);
            return _state == ThreadState.Stopped;
        }
    }

    private void RequireNotStopped()
    {
        if (_state == ThreadState.Stopped)
            throw new ThreadStateException("Thread is dead; state cannot be accessed.");
    }
}
