// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Internal.Runtime;
using Internal.Runtime.Threading;

namespace System.Threading;

/// <summary>
/// A thread. A partition's description declares how many there may be at once, with a name,
/// priority, budget and processor for each (<c>threads:</c>); a thread's name chooses.
/// </summary>
/// <remarks>An exception that a thread does not catch is reported with the thread's name, and is a
/// fault of the partition, as one of the main thread is.</remarks>
public sealed unsafe partial class Thread
{
    // Above the numbers of those that the program does not start.
    private const int FirstId = 32;

    private static int s_lastId = FirstId - 1;

    private readonly Delegate? _start;
    private readonly int _id;
    private object? _argument;
    private string? _name;
    private ThreadRecord* _record;
    private int _state = (int)ThreadState.Unstarted;
    private bool _isBackground;

    public Thread(ThreadStart start)
        : this((Delegate)start) => ArgumentNullException.ThrowIfNull(start);

    public Thread(ParameterizedThreadStart start)
        : this((Delegate)start) => ArgumentNullException.ThrowIfNull(start);

    /// <param name="start">What it runs.</param>
    /// <param name="maxStackSize">Has no meaning: every declared thread has 32 KiB.</param>
    public Thread(ThreadStart start, int maxStackSize)
        : this(start) => ArgumentOutOfRangeException.ThrowIfNegative(maxStackSize);

    /// <param name="start">What it runs.</param>
    /// <param name="maxStackSize">Has no meaning: every declared thread has 32 KiB.</param>
    public Thread(ParameterizedThreadStart start, int maxStackSize)
        : this(start) => ArgumentOutOfRangeException.ThrowIfNegative(maxStackSize);

    private Thread(Delegate start)
    {
        _start = start;
        _id = Interlocked.Increment(ref s_lastId);
    }

    // The main thread, or the server.
    private Thread(ThreadRecord* record)
    {
        _record = record;
        _id = ThreadRecord.IdOf(record);
        _state = (int)ThreadState.Running;
    }

    public static Thread CurrentThread =>
        (Thread?)ThreadRecord.Current->ManagedThread ?? Adopt(ThreadRecord.Current);

    public int ManagedThreadId => _id;

    /// <summary>Its name; before the start it chooses the declared thread.</summary>
    public string? Name
    {
        get => _name;
        set => _name = value;
    }

    public bool IsAlive => (State & (int)(ThreadState.Unstarted | ThreadState.Stopped)) == 0;

    /// <summary>Has no meaning: a partition ends when it says so.</summary>
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

    public bool IsThreadPoolThread => false;

    public ThreadState ThreadState
    {
        get
        {
            int state = State;
            if (state == 0 && _record != null && _record->WaitKey != 0)
                state = (int)ThreadState.WaitSleepJoin;
            return (ThreadState)state
                | (_isBackground && state != (int)ThreadState.Stopped
                    ? ThreadState.Background : 0);
        }
    }

    /// <summary>How urgent it is beside the main thread; the description has the numbers, which do
    /// not change.</summary>
    /// <exception cref="NotSupportedException">Set to another value than it has.</exception>
    public ThreadPriority Priority
    {
        get
        {
            RequireNotStopped();
            return DeclaredThreads.PriorityOf(_record, _name);
        }

        set
        {
            RequireNotStopped();
            if (value is < ThreadPriority.Lowest or > ThreadPriority.Highest)
                throw new ArgumentOutOfRangeException(nameof(value),
                    "The priority argument specifies an invalid value.");
            if (value != Priority)
                throw new NotSupportedException("A thread's priority is in the system "
                    + "description: threads: [ { name: ..., priority: ... } ]");
        }
    }

    private int State => Volatile.Read(ref _state);

    /// <summary>Lets threads of equal priority run.</summary>
    /// <returns>True.</returns>
    public static bool Yield()
    {
        ThreadRecord.Yield();
        return true;
    }

    public static void SpinWait(int iterations)
    {
        for (int count = 0; count < iterations; count++)
            Volatile.ReadBarrier();
    }

    public static void MemoryBarrier() => Interlocked.MemoryBarrier();

    public static int GetCurrentProcessorId() => DeclaredThreads.CurrentCpu;

    private static void Sleep(ulong deadline)
    {
        if (deadline == Deadline.Passed)
        {
            Yield();
            return;
        }
        // Its own record is what nobody pulses.
        ThreadRecord* self = ThreadRecord.Current;
        PulseWait.Begin(self, (nint)self);
        PulseWait.Await(self, (nint)self, deadline);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Thread Adopt(ThreadRecord* record)
    {
        nint place = Heap.EnterImmortal();
        Thread made = new(record);
        record->ManagedThread = made;
        Heap.LeaveImmortal(place);
        return made;
    }

    private void RequireNotStopped()
    {
        if (State == (int)ThreadState.Stopped)
            throw new ThreadStateException(
                "Thread is dead; state cannot be accessed.");
    }
}
