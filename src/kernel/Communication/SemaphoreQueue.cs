// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Communication;

/// <summary>Limits of semaphores.</summary>
public static class SemaphoreQueue
{
    /// <summary>Greatest count.</summary>
    public const ulong CountMax = uint.MaxValue;
}

/// <summary>Raising semaphores and waiting for them.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
public static class SemaphoreQueue<TAsp> where TAsp : struct, IAsp
{
    /// <summary>Raises a semaphore: the longest waiter goes on, or the count grows.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="semaphore">The semaphore.</param>
    /// <returns>False when the count is at its greatest and nobody waits: nothing
    /// changed.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Up(ref KernelState state, ref Semaphore semaphore)
    {
        if (semaphore.FirstWaiter.IsNone)
        {
            if (semaphore.Count >= SemaphoreQueue.CountMax) return false;
            semaphore.Count++;
            return true;
        }
        ref ExecutionContext waiter = ref semaphore.FirstWaiter.In(ref state);
        Release(ref state, ref waiter, ResultCode.Success, 1);
        return true;
    }

    /// <summary>Raises a semaphore for the kernel itself, to whom a full count says
    /// nothing.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="link">The semaphore.</param>
    /// <param name="cpu">The CPU that this runs on.</param>
    public static void Raise(ref KernelState state, Link<Semaphore> link, ref Cpu cpu)
    {
        ref Semaphore semaphore = ref link.In(ref state);
        if (semaphore.Cpu.In(ref state).Number != cpu.Number)
        {
            Signals<TAsp>.Raise(ref state, ref semaphore);
        }
        else if (!semaphore.FirstWaiter.IsNone)
        {
            ReleaseSeldom(ref state, semaphore.FirstWaiter, ResultCode.Success, 1);
        }
        else if (semaphore.Count < SemaphoreQueue.CountMax) semaphore.Count++;
    }

    /// <summary>Lets a thread wait.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="link">The semaphore, whose count is zero.</param>
    /// <param name="thread">The thread.</param>
    /// <param name="deadline">When it gives up; all ones: never.</param>
    public static void Wait(
        ref KernelState state, Link<Semaphore> link, ref ExecutionContext thread, ulong deadline)
    {
        ref Semaphore semaphore = ref link.In(ref state);
        thread.State = ContextState.Waiting;
        thread.WaitingOn = link;
        thread.PreviousWaiter = semaphore.LastWaiter;
        thread.NextWaiter = default;
        if (semaphore.LastWaiter.IsNone) semaphore.FirstWaiter = thread.Self;
        else semaphore.LastWaiter.In(ref state).NextWaiter = thread.Self;
        semaphore.LastWaiter = thread.Self;
        if (deadline == ulong.MaxValue) return;
        ref Cpu cpu = ref thread.Cpu.In(ref state);
        cpu.Timers.Insert(ref state, Link<TimerNode>.To(ref state, ref thread.Deadline), deadline);
    }

    /// <summary>A waiter's deadline passed.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="thread">The waiter.</param>
    public static void TimeOut(ref KernelState state, ref ExecutionContext thread)
    {
        if (thread.WaitingOn.IsNone) return;
        ReleaseSeldom(
            ref state, thread.Self, new ResultCode(Status.Timeout, Reason.DeadlinePassed), 0);
    }

    /// <summary>Ends every wait because the semaphore goes away.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="semaphore">The semaphore.</param>
    public static void Abort(ref KernelState state, ref Semaphore semaphore)
    {
        for (int count = 0; count < KernelState.ContextsMax
            && !semaphore.FirstWaiter.IsNone; count++)
        {
            ReleaseSeldom(
                ref state, semaphore.FirstWaiter, Outcome.Aborted(Reason.SemaphoreGone), 0);
        }
    }

    /// <summary>Takes a thread out of the queue that it waits in; it does not become
    /// ready.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="thread">A waiting thread.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Unlink(ref KernelState state, ref ExecutionContext thread) =>
        UnlinkInline(ref state, ref thread);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void UnlinkInline(ref KernelState state, ref ExecutionContext thread)
    {
        ref Semaphore semaphore = ref thread.WaitingOn.In(ref state);
        if (thread.PreviousWaiter.IsNone) semaphore.FirstWaiter = thread.NextWaiter;
        else thread.PreviousWaiter.In(ref state).NextWaiter = thread.NextWaiter;
        if (thread.NextWaiter.IsNone) semaphore.LastWaiter = thread.PreviousWaiter;
        else thread.NextWaiter.In(ref state).PreviousWaiter = thread.PreviousWaiter;
        thread.WaitingOn = default;
        thread.NextWaiter = default;
        thread.PreviousWaiter = default;
        ref Cpu cpu = ref thread.Cpu.In(ref state);
        cpu.Timers.Remove(ref state, Link<TimerNode>.To(ref state, ref thread.Deadline));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ReleaseSeldom(
        ref KernelState state, Link<ExecutionContext> link, ResultCode result, ulong count)
    {
        ref ExecutionContext waiter = ref link.In(ref state);
        Unlink(ref state, ref waiter);
        waiter.Frame[0] = result.Value;
        waiter.Frame[1] = count;
        waiter.State = ContextState.Ready;
        Scheduler<TAsp>.ReleaseSeldom(ref state, ref waiter);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Release(
        ref KernelState state, ref ExecutionContext waiter, ResultCode result, ulong count)
    {
        UnlinkInline(ref state, ref waiter);
        waiter.Frame[0] = result.Value;
        waiter.Frame[1] = count;
        Scheduler<TAsp>.Wake(ref state, ref waiter);
    }
}
