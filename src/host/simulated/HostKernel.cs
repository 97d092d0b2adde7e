// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Host.Simulated;

/// <summary>
/// The hypercalls that a partition makes, with the kernel's own answers. Those that build or change
/// partitions are refused as the kernel refuses who has no capability for them.
/// </summary>
/// <param name="clock">The clock.</param>
internal sealed class HostKernel(VirtualClock clock)
{
    private readonly object?[] _slots = new object?[Limits.SelectorsMax];
    private ObjectLocks? _locks;

    /// <summary>The clock.</summary>
    public VirtualClock Clock { get; } = clock;

    /// <summary>Who runs.</summary>
    public HostScheduler Scheduler { get; } = new(clock);

    /// <summary>What the partition is told of itself.</summary>
    public InformationPage Page { get; } = new();

    /// <summary>Locks of the program's objects.</summary>
    public ObjectLocks Locks => _locks ??= new ObjectLocks(this);

    /// <summary>What the SDK keeps of the partition's threads.</summary>
    public object? ThreadState { get; set; }

    /// <summary>How much memory the partition has.</summary>
    public required PartitionMemory Memory { get; init; }

    /// <summary>Puts an object where the partition finds it.</summary>
    /// <param name="selector">Where.</param>
    /// <param name="thing">The object.</param>
    public void Grant(uint selector, object thing) => _slots[selector] = thing;

    /// <summary>The object at a selector.</summary>
    /// <typeparam name="T">What it is.</typeparam>
    /// <param name="selector">The selector.</param>
    /// <returns>The object; null when it is another one, or none.</returns>
    public T? Find<T>(uint selector) where T : class =>
        selector < _slots.Length ? _slots[selector] as T : null;

    /// <summary>Reads the counter.</summary>
    /// <returns>Ticks.</returns>
    public ulong ReadCounter()
    {
        Enter();
        return Clock.Ticks;
    }

    /// <summary>Creates a semaphore.</summary>
    /// <param name="selector">Empty selector.</param>
    /// <param name="count">Count that it starts with.</param>
    /// <returns>The kernel's answer.</returns>
    public ResultCode CreateSemaphore(ulong selector, uint count)
    {
        Enter();
        if (selector == 0) return new(Status.BadCapability, Reason.SlotZero);
        if (selector >= (ulong)_slots.Length)
            return new(Status.BadCapability, Reason.SelectorOutOfRange);
        if (_slots[selector] is not null) return new(Status.Busy, Reason.SlotTaken);
        Grant((uint)selector, new HostSemaphore(count));
        return ResultCode.Success;
    }

    /// <summary>Raises a semaphore for a thread.</summary>
    /// <param name="selector">Its selector.</param>
    /// <returns>The kernel's answer.</returns>
    public ResultCode SemaphoreUp(ulong selector)
    {
        Enter();
        ResultCode code = Select(selector, out HostSemaphore? semaphore);
        if (semaphore is null) return code;
        if (!Raise(semaphore)) return new(Status.NoResources, Reason.CounterFull);
        Scheduler.GiveWay();
        return ResultCode.Success;
    }

    /// <summary>Raises a semaphore.</summary>
    /// <param name="semaphore">The semaphore.</param>
    /// <returns>False when its count is full.</returns>
    public bool Raise(HostSemaphore semaphore)
    {
        if (!semaphore.Waiters.IsEmpty) Scheduler.Wake(semaphore.Waiters);
        else if (semaphore.Count == uint.MaxValue) return false;
        else semaphore.Count++;
        return true;
    }

    /// <summary>Waits on a semaphore.</summary>
    /// <param name="selector">Its selector.</param>
    /// <param name="deadline">In ticks; all ones: for ever.</param>
    /// <param name="takesAll">Whether the whole count is taken.</param>
    /// <param name="count">The count taken.</param>
    /// <returns>The kernel's answer.</returns>
    public ResultCode SemaphoreDown(
        ulong selector, ulong deadline, bool takesAll, out ulong count)
    {
        count = 0;
        Enter();
        ResultCode code = Select(selector, out HostSemaphore? semaphore);
        if (semaphore is null) return code;
        if (semaphore.Count > 0)
        {
            uint taken = takesAll ? semaphore.Count : 1;
            semaphore.Count -= taken;
            count = taken;
            return ResultCode.Success;
        }

        if (deadline <= Clock.Ticks || !Scheduler.Wait(semaphore.Waiters, deadline))
            return new(Status.Timeout, Reason.DeadlinePassed);
        count = 1;
        return ResultCode.Success;
    }

    /// <summary>Opens an interrupt line; what came meanwhile is delivered.</summary>
    /// <param name="selector">Selector of the interrupt.</param>
    /// <returns>The kernel's answer.</returns>
    public ResultCode AcknowledgeInterrupt(ulong selector)
    {
        Enter();
        ResultCode code = Select(selector, out HostInterrupt? interrupt);
        if (interrupt is null) return code;
        interrupt.IsClosed = interrupt.IsPending;
        if (!interrupt.IsPending) return code;
        interrupt.IsPending = false;
        Raise(interrupt.Semaphore);
        Scheduler.GiveWay();
        return code;
    }

    /// <summary>Calls a portal. The server works in the caller's time.</summary>
    /// <param name="selector">Selector of the portal.</param>
    /// <param name="record">Badge, descriptor and words; the reply afterwards, unless the call is
    /// refused.</param>
    /// <param name="deadline">In ticks; all ones: for ever.</param>
    /// <returns>The kernel's answer.</returns>
    public ResultCode Call(ulong selector, Span<ulong> record, ulong deadline)
    {
        Enter();
        ResultCode code = Select(selector, out HostPortal? portal);
        return portal is null ? code : Call(portal, record, deadline);
    }

    /// <summary>Calls a portal that the caller holds.</summary>
    /// <param name="portal">The portal.</param>
    /// <param name="record">Badge, descriptor and words; the reply afterwards, unless the call is
    /// refused.</param>
    /// <param name="deadline">In ticks; all ones: for ever.</param>
    /// <returns>The kernel's answer.</returns>
    public ResultCode Call(HostPortal portal, Span<ulong> record, ulong deadline)
    {
        if (!new MessageDescriptor(record[1]).IsValid)
            return new(Status.BadParameter, Reason.BadMessage);
        ResultCode code = EnterServer(portal.Server, deadline);
        if (!code.IsSuccess) return code;
        Span<ulong> message = stackalloc ulong[PortalMessage.RecordWords];
        record.CopyTo(message);
        message[0] = portal.Badge;
        Serve(portal.Server, message);
        if (Clock.Ticks >= deadline) return new(Status.Timeout, Reason.DeadlinePassed);
        message[1..].CopyTo(record[1..]);
        return ResultCode.Success;
    }

    /// <summary>Threads of equal priority run.</summary>
    /// <returns>The kernel's answer.</returns>
    public ResultCode Yield()
    {
        Enter();
        Scheduler.Yield();
        return ResultCode.Success;
    }

    /// <summary>What every hypercall begins with: the test may have ended, or want to
    /// look.</summary>
    public void Enter()
    {
        Scheduler.RefuseWhenStopped(HostThread.Current);
        Clock.Look();
        Scheduler.GiveWay();
    }

    /// <summary>Looks a selector up for a hypercall.</summary>
    /// <typeparam name="T">Kind of object that it must name.</typeparam>
    /// <param name="selector">The selector.</param>
    /// <param name="thing">The object, or null.</param>
    /// <returns>Success, or the kernel's refusal.</returns>
    public ResultCode Select<T>(ulong selector, out T? thing) where T : class
    {
        bool isInRange = selector < (ulong)_slots.Length;
        object? found = isInRange ? _slots[selector] : null;
        thing = found as T;
        if (thing is not null) return ResultCode.Success;
        return new(Status.BadCapability, !isInRange ? Reason.SelectorOutOfRange
            : found is null ? Reason.SlotEmpty : Reason.RightMissing);
    }

    private ResultCode EnterServer(HostServer server, ulong deadline)
    {
        HostThread caller = HostThread.Current;
        if (deadline <= Clock.Ticks) return new(Status.Timeout, Reason.DeadlinePassed);
        if (server.Caller == caller) return new(Status.BadParameter, Reason.CallCycle);
        while (server.Caller is not null)
        {
            if (!Scheduler.Wait(server.Waiters, deadline))
                return new(Status.Timeout, Reason.DeadlinePassed);
        }

        server.Caller = caller;
        return ResultCode.Success;
    }

    private void Serve(HostServer server, Span<ulong> message)
    {
        HostThread caller = HostThread.Current;
        ThreadIdentity own = caller.Identity;
        Transfer(message[1], own.Utcb, server.Identity.Utcb);
        caller.Identity = server.Identity;
        try
        {
            server.Method(new PortalMessage(message, server.Identity.Utcb));
            Transfer(message[1], server.Identity.Utcb, own.Utcb);
        }
        catch (Exception error) when (error is not PartitionStoppedException)
        {
            // The caller shall not catch what went wrong in another one: the run ends here.
            Scheduler.Fail(error);
            Scheduler.Yield();
        }
        finally
        {
            caller.Identity = own;
            server.Caller = null;
            if (!server.Waiters.IsEmpty) Scheduler.Wake(server.Waiters);
        }
    }

    private static void Transfer(ulong descriptor, ulong[] from, ulong[] to)
    {
        int words = (int)new MessageDescriptor(descriptor).UtcbWords;
        from.AsSpan(0, Math.Min(words, from.Length)).CopyTo(to);
    }
}
