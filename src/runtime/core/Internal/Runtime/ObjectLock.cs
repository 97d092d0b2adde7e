// SPDX-License-Identifier: MIT
using System;
using System.Threading;

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
        if (target is null)
            ArgumentNullException.Throw("obj");
        while (!TryEnter(target))
            ThreadRecord.Yield();
    }

    internal static bool TryEnter(object? target)
    {
        if (target is null)
            ArgumentNullException.Throw("obj");
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

    internal static void Exit(object? target)
    {
        if (target is null)
            ArgumentNullException.Throw("obj");
        ref ulong header = ref ObjectHeader.Of(target);
        ulong self = (ulong)ThreadRecord.CurrentNumber;
        ulong seen = Volatile.Read(ref header);
        while (true)
        {
            if ((seen & OwnerMask) != self)
                throw new SynchronizationLockException();
            ulong wanted = (seen & EntriesMask) != 0 ? seen - OneEntry : seen & ~OwnerMask;
            ulong held = Interlocked.CompareExchange(ref header, wanted, seen);
            if (held == seen)
                return;
            seen = held;
        }
    }

    internal static bool IsEntered(object target) =>
        (Volatile.Read(ref ObjectHeader.Of(target)) & OwnerMask) == (
            ulong)ThreadRecord.CurrentNumber;
}
