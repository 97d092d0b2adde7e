// SPDX-License-Identifier: MIT
namespace Bulkhead.Host.Simulated;

/// <summary>
/// A thread of the tested program. It is a thread of the host that runs only when it has the turn;
/// one at a time has it.
/// </summary>
internal sealed class HostThread
{
    private const int StackBytes = 1 << 20;

    [ThreadStatic]
    private static HostThread? t_current;

    private readonly int _priority;
    private readonly SemaphoreSlim _turn = new(0);
    private readonly Thread _thread;

    /// <summary>Makes a thread; it waits for its first turn.</summary>
    /// <param name="kernel">The kernel that it calls.</param>
    /// <param name="identity">Who it is.</param>
    /// <param name="priority">0 to 255, the highest runs.</param>
    /// <param name="body">What it does.</param>
    public HostThread(
        HostKernel kernel, ThreadIdentity identity, int priority, Action<HostThread> body)
    {
        Kernel = kernel;
        Identity = identity;
        _priority = priority;
        _thread = new Thread(() => Begin(body), StackBytes)
        {
            IsBackground = true,
            Name = $"partition thread {identity.Number}",
        };
    }

    /// <summary>The thread that calls.</summary>
    /// <exception cref="InvalidOperationException">It is none of a tested program.</exception>
    public static HostThread Current => t_current ?? throw new InvalidOperationException(
        "Code of a partition asks for the kernel, but it runs outside of one: let it run with "
            + "PartitionHost.Run or PartitionHost.Start.");

    /// <summary>The kernel that it calls.</summary>
    public HostKernel Kernel { get; }

    /// <summary>Who it is: while it is in a server, the server's thread.</summary>
    public ThreadIdentity Identity { get; set; }

    /// <summary>0 to 255, the highest runs: its own, or what somebody lends it who waits for a lock
    /// of its.</summary>
    public int Priority =>
        Held.Aggregate(_priority, (most, held) => Math.Max(most, held.Waiters.Priority));

    /// <summary>Locks that it has.</summary>
    public List<HostLock> Held { get; } = [];

    /// <summary>The lock that it waits for.</summary>
    public HostLock? Wanted { get; set; }

    /// <summary>What it has made.</summary>
    public ThreadMemory Memory { get; } = new();

    /// <summary>Whether it has come to its end.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>When its wait ends; all ones: when somebody ends it.</summary>
    public ulong Deadline { get; set; } = ulong.MaxValue;

    /// <summary>The queue that it waits in.</summary>
    public WaitQueue? Waiting { get; set; }

    /// <summary>Whether its last wait ended because of the deadline.</summary>
    public bool IsTimedOut { get; set; }

    /// <summary>Calls that it made although it was told to stop.</summary>
    public int LateCallCount { get; set; }

    /// <summary>Begins to wait for the first turn.</summary>
    public void Launch() => _thread.Start();

    /// <summary>Gives it the turn.</summary>
    public void Resume() => _turn.Release();

    /// <summary>Waits until it gets the turn back.</summary>
    public void AwaitTurn() => _turn.Wait();

    /// <summary>Waits until it has ended.</summary>
    /// <param name="limit">How long, in the host's time.</param>
    public void Join(TimeSpan limit) => _thread.Join(limit);

    private void Begin(Action<HostThread> body)
    {
        t_current = this;
        AwaitTurn();
        Memory.Begin();
        body(this);
        IsEnded = true;
        Kernel.Scheduler.Leave();
    }
}
