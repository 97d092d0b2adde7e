// SPDX-License-Identifier: MIT
using System;
using System.Threading;
using Bulkhead.Abi;
using Bulkhead.Threads;

namespace Bulkhead.Native;

/// <summary>
/// The threads that the system description declares for the partition (<c>threads:</c>). Each has a
/// number, from 1 in the order of the description; the main thread has 0.
/// </summary>
public static class NativeThread
{
    /// <summary>Number that is no thread's.</summary>
    public const uint None = uint.MaxValue;

    /// <summary>Number of the declared threads.</summary>
    public static uint Count => Partition.Info.ThreadCount;

    /// <summary>Number of the calling thread; <see cref="None"/> in a server thread.</summary>
    public static uint Current
    {
        get
        {
            uint index = ThreadMachine.Index();
            return index < ThreadRow.OwnServer ? index : None;
        }
    }

    /// <summary>What the description says of a thread.</summary>
    /// <param name="number">Its number, 1 to <see cref="Count"/>; anything else up to
    /// <see cref="NativeLayout.ThreadsDeclaredMax"/> is empty, beyond that it is a panic.</param>
    /// <returns>The record.</returns>
    public static ref readonly ThreadInfo Info(uint number) =>
        ref Partition.Info.Threads[(int)number - 1];

    /// <summary>Finds a thread by its name.</summary>
    /// <param name="name">The name, ASCII.</param>
    /// <returns>Its number; <see cref="None"/> when there is none of that name.</returns>
    public static uint Find(scoped ReadOnlySpan<byte> name)
    {
        for (uint number = 1; number <= Count; number++)
        {
            if (IsNamed(in Info(number).Name, name)) return number;
        }
        return None;
    }

    /// <summary>Starts a thread; one that has ended may be started again.</summary>
    /// <typeparam name="TBody">What it runs.</typeparam>
    /// <param name="number">Its number, 1 to <see cref="Count"/>.</param>
    /// <param name="argument">What <see cref="IThreadBody.Run"/> is given.</param>
    /// <returns>Success; <see cref="Status.BadParameter"/> when there is no such thread;
    /// <see cref="Status.Busy"/> while it runs.</returns>
    public static ResultCode Start<TBody>(uint number, ulong argument = 0)
        where TBody : struct, IThreadBody
    {
        if (number == 0 || number > Count)
        {
            return new ResultCode(Status.BadParameter, Reason.BadArgument);
        }
        ref ThreadRow row = ref ThreadMachine.Row(number);
        // Nobody else changes a row whose thread is requested.
        if (Interlocked.CompareExchange(
            ref row.Phase, (int)ThreadPhase.Requested, (int)ThreadPhase.Free) != 0)
        {
            return new ResultCode(Status.Busy, Reason.None);
        }
        return new(BodyStart.Begin<TBody>(ref row, number, argument));
    }

    /// <summary>Whether a thread has been started and has not ended.</summary>
    /// <param name="number">Its number, 0 to <see cref="Count"/>.</param>
    /// <returns>True when it runs; the main thread always does.</returns>
    public static bool IsRunning(uint number) => number == 0 || (number <= Count
        && Volatile.Read(ref ThreadMachine.Row(number).Phase) != (int)ThreadPhase.Free);

    /// <summary>Waits until somebody wakes the calling thread, or until a deadline. It may be woken
    /// for other reasons: look at what you wait for, before and afterwards.</summary>
    /// <param name="deadline">Absolute, in counter ticks; <see cref="Kernel.Forever"/>.</param>
    /// <returns>Success; <see cref="Status.Timeout"/> when the deadline passed.</returns>
    public static ResultCode WaitUntil(ulong deadline) =>
        new(ThreadWait.Until(ThreadMachine.Index(), deadline));

    /// <summary>Wakes a thread that waits, or is about to.</summary>
    /// <param name="number">Its number, 0 to <see cref="Count"/>.</param>
    /// <returns>Success, or why not.</returns>
    public static ResultCode Wake(uint number) => number > Count
        ? new ResultCode(Status.BadParameter, Reason.BadArgument)
        : new(ThreadMachine.Up(number));

    /// <summary>Sleeps until an instant.</summary>
    /// <param name="instant">The instant; <see cref="Instant.Never"/> is for ever.</param>
    public static void SleepUntil(Instant instant)
    {
        uint own = ThreadMachine.Index();
        ulong deadline = instant.Ticks;
        while (ThreadMachine.Now() < deadline)
        {
            ResultCode code = new(ThreadWait.Until(own, deadline));
            // Without a semaphore, as in a partition that declares no threads.
            if (!code.IsSuccess && code.Status != Status.Timeout) Kernel.Yield();
        }
    }

    /// <summary>Sleeps.</summary>
    /// <param name="nanoseconds">How long.</param>
    public static void Sleep(ulong nanoseconds) => SleepUntil(Instant.Now + nanoseconds);

    private static bool IsNamed(in PartitionName name, scoped ReadOnlySpan<byte> wanted)
    {
        if (name.Length != wanted.Length) return false;
        for (int index = 0; index < wanted.Length; index++)
        {
            if (name[index] != wanted[index]) return false;
        }
        return true;
    }
}
