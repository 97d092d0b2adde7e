// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Bulkhead.Abi;
using Bulkhead.Threads;

namespace Bulkhead.Native;

/// <summary>
/// A lock between the threads of a partition, its server threads included, with priority
/// inheritance on a CPU: who waits lends the owner his time and priority, through further owners
/// that it waits for. The default value is free. A thread may enter again, up to 4096 times, and
/// leaves as often.
/// </summary>
/// <remarks>
/// A wait for an owner on another CPU lends nothing: hold such a lock for a few instructions. A
/// server thread lends what it has, but does not give way when it leaves: who waits for it goes on
/// when its call has ended. A lock in a static field that was held when the partition's threads
/// were stopped is free after a warm start; what it guards may be half changed then.
/// </remarks>
public struct ThreadLock
{
    // The upper half is the count of the partition's starts when the lock was taken.
    private const ulong Epoch = 0xffff_ffff_0000_0000;

    private ulong _word;

    /// <summary>Whether the calling thread has it.</summary>
    public bool IsHeld
    {
        get
        {
            ulong self = Self();
            ulong seen = System.Threading.Volatile.Read(ref _word);
            return LockWord.OwnerOf(seen, self, Epoch) == (self & LockWord.OwnerMask);
        }
    }

    /// <summary>Enters when that needs no wait.</summary>
    /// <returns>Whether the caller is in.</returns>
    public bool TryEnter() => LockCore.TryEnter(ref _word, Self(), Epoch);

    /// <summary>Enters, and waits for that.</summary>
    /// <returns>Success, or why not, see <see cref="EnterUntil(ulong)"/>.</returns>
    public ResultCode Enter() => EnterUntil(Kernel.Forever);

    /// <summary>Enters, and waits for that until an instant.</summary>
    /// <param name="deadline">The instant.</param>
    /// <returns>Success, or why not, see <see cref="EnterUntil(ulong)"/>.</returns>
    public ResultCode EnterUntil(Instant deadline) => EnterUntil(deadline.Ticks);

    /// <summary>Enters, and waits for that until a deadline.</summary>
    /// <param name="deadline">Absolute, in counter ticks; <see cref="Kernel.Forever"/>.</param>
    /// <returns>Success; <see cref="Status.Timeout"/>; <see cref="Reason.CallCycle"/> when the
    /// owner waits, through others perhaps, for the caller; <see cref="Reason.ServerStopped"/> when
    /// the owner was stopped while it had the lock.</returns>
    public ResultCode EnterUntil(ulong deadline)
    {
        ulong self = Self();
        if (LockCore.TryEnter(ref _word, self, Epoch)) return ResultCode.Success;
        return CodeOf(LockCore.Enter(ref _word, self, Epoch, deadline));
    }

    /// <summary>Leaves. Who waits for it on this CPU and is more urgent goes on before the caller
    /// does.</summary>
    /// <returns>Success; <see cref="Reason.BadArgument"/> when the caller does not have
    /// it.</returns>
    public ResultCode Exit() => LockCore.Exit(ref _word, Self(), Epoch)
        ? ResultCode.Success : new ResultCode(Status.BadParameter, Reason.BadArgument);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Self() =>
        ThreadMachine.Index() + 1ul + ((ulong)Partition.StartCount << 32);

    private static ResultCode CodeOf(LockOutcome outcome) => outcome switch
    {
        LockOutcome.Taken => ResultCode.Success,
        LockOutcome.TimedOut => new ResultCode(Status.Timeout, Reason.DeadlinePassed),
        LockOutcome.Deadlock => new ResultCode(Status.BadParameter, Reason.CallCycle),
        _ => new ResultCode(Status.Aborted, Reason.ServerStopped),
    };
}
