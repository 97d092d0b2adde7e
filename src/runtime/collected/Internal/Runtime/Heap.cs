// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime;

/// <summary>The memory of tier 2: one heap for all threads, collected when it is asked to be and
/// when it is full.</summary>
/// <remarks>
/// A thread allocates in a piece of its own. Pieces are cleared when they are handed out, not by
/// the collection: the time belongs to who allocates, the pause does not grow with what is thrown
/// away, and the memory is in the cache when its objects are made.
/// </remarks>
internal static unsafe partial class Heap
{
    private const nuint HeaderBytes = 8;
    private const nuint PieceBytes = 4096;
    private const nuint PieceBytesMin = 256;
    private const nuint SmallBytesMax = 1024;

    private static OutOfMemoryException? _exhausted;
    private static bool _isTight;

    /// <summary>Bytes for objects.</summary>
    internal static nuint Bytes => HeapLayout.Bytes;

    /// <summary>Bytes that are not free: what the last collection left and what was given away
    /// since.</summary>
    internal static nuint UsedBytes => Collection.LiveBytes + FreeSpace.GivenBytes;

    internal static int CollectionCount => (int)Collection.Count;

    /// <summary>Divides the partition's memory.</summary>
    internal static void Initialize()
    {
        HeapLayout.Initialize();
        FreeSpace.Reset();
        ThreadRecord.Current->State = ThreadState.Running;
    }

    /// <summary>Makes what must be there when nothing can be made any more. From here on a full
    /// heap is collected.</summary>
    internal static void Prepare()
    {
        _exhausted = new OutOfMemoryException();
        ConstantRoots.Find();
        Collection.Allow();
        PauseBound.Announce();
    }

    /// <summary>The exception for full memory; there is one.</summary>
    internal static Exception Exhausted() => _exhausted!;

    /// <summary>Bytes of an object, its header included.</summary>
    internal static nuint SizeAt(nuint place)
    {
        MethodTable* table = *(MethodTable**)place;
        return Allocation.SizeOf(table, table->HasComponentSize ? *(uint*)(place + 8) : 0);
    }

    /// <summary>Gives the place of an object's table pointer; its bytes are clear.</summary>
    /// <exception cref="OutOfMemoryException">A collection found no room, or was not possible.
    /// </exception>
    internal static nint Allocate(nuint bytes)
    {
        World.HoldHeap();
        nuint place = TryTake(bytes);
        if (place == 0 && World.TryCollect())
        {
            _isTight = false;
            place = TryTake(bytes);
        }
        if (place == 0)
        {
            _isTight = true;
            place = TryTake(bytes);
        }
        World.LetHeap();
        if (place == 0)
            throw Exhausted();
        return (nint)place;
    }

    // Small objects come out of a new piece, which becomes the thread's.
    private static nuint TryTake(nuint bytes)
    {
        if (bytes > SmallBytesMax)
            return TryTakeLarge(bytes);
        nuint wanted = (bytes + 7) & ~(nuint)7;
        nuint least = _isTight || wanted > PieceBytesMin ? wanted : PieceBytesMin;
        nuint piece = FreeSpace.TryTakePiece(least, PieceBytes, out nuint given);
        if (piece == 0)
            return 0;
        Clear(piece, given);
        ThreadRecord* thread = ThreadRecord.Current;
        thread->AllocationPointer = (nint)(piece + HeaderBytes + wanted);
        thread->AllocationLimit = (nint)(piece + HeaderBytes + given);
        return piece + HeaderBytes;
    }

    private static nuint TryTakeLarge(nuint bytes)
    {
        nuint wanted = (bytes + 7) & ~(nuint)7;
        nuint place = FreeSpace.TryTakeLarge(wanted);
        if (place == 0)
            return 0;
        Clear(place, wanted);
        return place + HeaderBytes;
    }

    // Memory is clear when the partition starts.
    private static void Clear(nuint place, nuint bytes)
    {
        if (Collection.Count == 0)
            return;
        ulong* at = (ulong*)place;
        ulong* end = (ulong*)(place + bytes);
        for (; end - at >= 4; at += 4)
        {
            at[0] = 0;
            at[1] = 0;
            at[2] = 0;
            at[3] = 0;
        }
        while (at < end)
            *at++ = 0;
    }

    /// <summary>Clear memory that is no object and stays.</summary>
    internal static nint AllocateForever(nuint bytes) => ForeverMemory.Take(bytes);

    /// <summary>Collects now.</summary>
    /// <exception cref="InvalidOperationException">Another thread does not come to rest.
    /// </exception>
    internal static void Collect()
    {
        World.HoldHeap();
        bool isDone = World.TryCollect();
        if (isDone)
            _isTight = false;
        World.LetHeap();
        if (!isDone)
            throw new InvalidOperationException(
                "The heap is not collected while another thread uses objects.");
    }
}
