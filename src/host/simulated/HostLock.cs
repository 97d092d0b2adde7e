// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Host.Simulated;

/// <summary>A lock between threads of a tested program. Who waits lends the holder his
/// priority.</summary>
/// <param name="kernel">The kernel that its threads call.</param>
internal sealed class HostLock(HostKernel kernel)
{
    private ThreadIdentity? _owner;
    private int _entries;

    /// <summary>The kernel that its threads call.</summary>
    public HostKernel Kernel { get; } = kernel;

    /// <summary>Who has it.</summary>
    public HostThread? Holder { get; private set; }

    /// <summary>Who waits for it.</summary>
    public WaitQueue Waiters { get; } = new();

    /// <summary>Whether the calling thread has it.</summary>
    public bool IsHeld => _owner == HostThread.Current.Identity;

    /// <summary>Enters when that needs no wait.</summary>
    /// <returns>Whether the calling thread is in.</returns>
    public bool TryEnter()
    {
        if (_owner is not null && !IsHeld) return false;
        HostThread thread = HostThread.Current;
        if (_entries++ == 0) thread.Held.Add(this);
        _owner = thread.Identity;
        Holder = thread;
        return true;
    }

    /// <summary>Enters, and waits for that.</summary>
    /// <param name="deadline">In ticks; all ones: for ever.</param>
    /// <returns>What the target answers.</returns>
    public ResultCode Enter(ulong deadline)
    {
        Kernel.Enter();
        HostThread thread = HostThread.Current;
        while (!TryEnter())
        {
            if (LeadsTo(thread)) return new(Status.BadParameter, Reason.CallCycle);
            if (deadline <= Kernel.Clock.Ticks)
                return new(Status.Timeout, Reason.DeadlinePassed);
            thread.Wanted = this;
            bool isOver = !Kernel.Scheduler.Wait(Waiters, deadline);
            thread.Wanted = null;
            if (isOver) return new(Status.Timeout, Reason.DeadlinePassed);
        }

        return ResultCode.Success;
    }

    /// <summary>Leaves; a more urgent thread that waits goes on first.</summary>
    /// <returns>False when the calling thread does not have it.</returns>
    public bool Exit()
    {
        Kernel.Enter();
        if (!IsHeld) return false;
        if (--_entries > 0) return true;
        GiveUp();
        Kernel.Scheduler.GiveWay();
        return true;
    }

    /// <summary>Leaves for a wait, however often it was entered, and comes back.</summary>
    /// <param name="wait">The wait.</param>
    /// <returns>What it gives.</returns>
    public bool WaitOutside(Func<bool> wait)
    {
        int entries = _entries;
        GiveUp();
        bool result = wait();
        Enter(ulong.MaxValue);
        _entries = entries;
        return result;
    }

    private void GiveUp()
    {
        Holder!.Held.Remove(this);
        Holder = null;
        _owner = null;
        _entries = 0;
        while (!Waiters.IsEmpty) Kernel.Scheduler.Wake(Waiters);
    }

    // Whether its holder waits for a thread, through others perhaps.
    private bool LeadsTo(HostThread thread)
    {
        HostLock? wanted = this;
        while (wanted?.Holder is HostThread holder)
        {
            if (holder == thread) return true;
            wanted = holder.Wanted;
        }

        return false;
    }
}
