// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;
using System.Threading;
using Internal.Runtime.Threading;

namespace Internal.Runtime;

/// <summary>The lock in an object's header: its owner's number and how often the owner has entered.
/// </summary>
/// <remarks>
/// Bits 15:0 of the header are the owner's number, 0 when the lock is free; bits 27:16 count
/// further
/// entries of the owner.
/// </remarks>
internal static unsafe class ObjectLock
{
    private const ulong OwnerMask = 0xFFFF;
    private const ulong OneEntry = 0x1_0000;
    private const ulong EntriesMask = 0xFFF_0000;

    internal static void Enter(object? target)
    {
        if (!TryEnter(target))
            EnterUntil(target!, Deadline.Never);
    }

    internal static bool TryEnter(object? target)
    {
        if (target is null)
            ArgumentNullException.Throw(null);
        ref ulong header = ref ObjectHeader.Of(target);
        ulong self = (ulong)ThreadRecord.CurrentNumber;
        ulong seen = Volatile.Read(ref header);
        while (true)
        {
            ulong wanted;
            if ((seen & OwnerMask) == 0)
                wanted = seen | self;
            else if ((seen & OwnerMask) == self && (seen & EntriesMask) != EntriesMask)
                wanted = seen + OneEntry;
            else
                return false;
            ulong held = Interlocked.CompareExchange(ref header, wanted, seen);
            if (held == seen)
                return true;
            seen = held;
        }
    }

    /// <summary>Enters, and waits for the owner until a deadline.</summary>
    /// <returns>False when the deadline passed before.</returns>
    internal static bool TryEnter(object? target, ulong deadline) =>
        TryEnter(target) || (deadline != Deadline.Passed && EnterUntil(target!, deadline));

    // As many rounds as there are others who take the lock before.
    private static bool EnterUntil(object target, ulong deadline)
    {
        ref ulong header = ref ObjectHeader.Of(target);
        while (!TryEnter(target))
        {
            ulong owner = Volatile.Read(ref header) & OwnerMask;
            if (owner == (ulong)ThreadRecord.CurrentNumber)
                throw new LockRecursionException("The lock is entered more than 4,096 times.");
            if (owner != 0 && !ThreadHooks.AwaitLock(ref header, deadline))
                return TryEnter(target);
        }
        return true;
    }

    internal static void Exit(object? target)
    {
        if (target is null)
            ArgumentNullException.Throw(null);
        Exit(target, OneEntry);
    }

    // Takes so many entries away, and the lock when there are no more.
    private static void Exit(object target, ulong entries)
    {
        ref ulong header = ref ObjectHeader.Of(target);
        ulong self = (ulong)ThreadRecord.CurrentNumber;
        ulong seen = Volatile.Read(ref header);
        while (true)
        {
            if ((seen & OwnerMask) != self)
                throw new SynchronizationLockException();
            ulong wanted = (seen & EntriesMask) >= entries
                ? seen - entries : seen & ~(OwnerMask | EntriesMask);
            ulong held = Interlocked.CompareExchange(ref header, wanted, seen);
            if (held == seen)
            {
                if ((wanted & OwnerMask) == 0)
                    ThreadHooks.NoteRelease();
                return;
            }
            seen = held;
        }
    }

    internal static bool IsEntered(object target) =>
        (Volatile.Read(ref ObjectHeader.Of(target)) & OwnerMask) == (
            ulong)ThreadRecord.CurrentNumber;

    /// <summary>Leaves the lock, however often it was entered, waits for a pulse, and enters as
    /// often again.</summary>
    /// <param name="target">The lock.</param>
    /// <param name="key">What is waited for: the lock itself, or one of several things that it
    /// guards.</param>
    /// <param name="deadline">When the wait ends.</param>
    /// <returns>False when the deadline passed before a pulse.</returns>
    internal static bool Wait(object target, object key, ulong deadline)
    {
        RequireEntered(target);
        ThreadRecord* self = ThreadRecord.Current;
        ref ulong header = ref ObjectHeader.Of(target);
        ulong entries = Volatile.Read(ref header) & EntriesMask;
        nint address = RuntimeHelpers.AddressOf(key);
        PulseWait.Begin(self, address);
        Exit(target, EntriesMask);
        bool isPulsed = PulseWait.Await(self, address, deadline);
        Enter(target);
        GC.KeepAlive(key);
        if (entries != 0)
            Interlocked.Add(ref header, entries);
        return isPulsed;
    }

    /// <summary>Lets the first of those go on that wait for a key, or all.</summary>
    internal static void Pulse(object target, object key, bool all)
    {
        RequireEntered(target);
        PulseWait.Pulse(RuntimeHelpers.AddressOf(key), all);
    }

    private static void RequireEntered(object? target)
    {
        if (target is null)
            ArgumentNullException.Throw(null);
        if (!IsEntered(target))
            throw new SynchronizationLockException();
    }
}
