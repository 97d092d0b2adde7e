// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using Internal.Runtime.Exceptions;

namespace Internal.Runtime;

/// <summary>
/// Keeps exceptions that leave the scope in which they were made: each thread has a few places in
/// immortal memory that are used in turn.
/// </summary>
/// <remarks>
/// Kept are the exception's own fields, texts and inner exceptions as far as they fit; other
/// references into scopes become null. Whatever lies in any of the thread's scopes is copied when
/// the first of them is left, so that a copy is good when the others have been left, too. A place
/// is used again when nothing in it is under way or being handled: copies are good for as long as
/// their handlers run, and after that until as many further exceptions have left scopes as there
/// are places, unless <see cref="Retain"/> is asked.
/// </remarks>
internal static unsafe class BoundaryStore
{
    private const int PlaceCount = 4;
    private const nuint PlaceBytes = 1024;
    private const int InnerMax = 3;

    // Places are a ring; the thread's record leads to the one used last.
    private struct Place
    {
        internal Place* Next;

        internal static bool Holds(Place* place, nint value) =>
            (nuint)(value - (nint)place) < PlaceBytes;
    }

    /// <summary>Saves what is in flight and lies between two addresses.</summary>
    internal static void Save(ThreadRecord* thread, nuint low, nuint high)
    {
        for (DispatchRecord* at = thread->Dispatches; at != null; at = at->Outer)
        {
            nuint exception = (nuint)at->Exception;
            if (exception < low || exception >= high)
                continue;
            Place* place = TakePlace(thread);
            nint copy = place == null ? 0 : Copy(thread, place, (nint)exception);
            // One that finds no memory, or does not fit, is one that says so.
            if (copy == 0)
                copy = RuntimeHelpers.AddressOf(Heap.Exhausted());
            // The same exception may be on its way twice: a rethrow inside a handler.
            for (DispatchRecord* same = at; same != null; same = same->Outer)
            {
                if ((nuint)same->Exception == exception)
                    same->Exception = copy;
            }
        }
    }

    /// <summary>Does not use a place again when an exception, or what caused it, lies there.
    /// </summary>
    [RuntimeExport("bulkhead_retain_exception")]
    internal static void Retain(Exception exception)
    {
        ThreadRecord* thread = ThreadRecord.Current;
        for (Exception? at = exception; at is not null; at = at.InnerException)
        {
            Place* before = FindBefore(thread, RuntimeHelpers.AddressOf(at));
            if (before == null)
                continue;
            Place* place = before->Next;
            before->Next = place->Next;
            thread->BoundaryStore = before == place ? 0 : (nint)before;
        }
    }

    // The place before the one that holds an address.
    private static Place* FindBefore(ThreadRecord* thread, nint value)
    {
        Place* last = (Place*)thread->BoundaryStore;
        for (Place* at = last; at != null; at = at->Next)
        {
            if (Place.Holds(at->Next, value))
                return at;
            if (at->Next == last)
                break;
        }
        return null;
    }

    // Null when there is no memory.
    private static Place* TakePlace(ThreadRecord* thread)
    {
        Place* last = (Place*)thread->BoundaryStore;
        Place* free = null;
        int count = 0;
        for (Place* at = last; at != null; at = at == last ? null : at)
        {
            at = at->Next;
            count++;
            if (free == null && !IsInFlight(thread, at))
                free = at;
        }
        nint made = free != null && count >= PlaceCount ? 0 : Heap.TryAllocateForever(PlaceBytes);
        if (made != 0)
        {
            free = (Place*)made;
            free->Next = last == null ? free : last->Next;
            if (last != null)
                last->Next = free;
        }
        if (free != null)
            thread->BoundaryStore = (nint)free;
        return free;
    }

    // Until a handler has ended, its exception has a record, and may be the cause of a newer one.
    private static bool IsInFlight(ThreadRecord* thread, Place* place)
    {
        for (DispatchRecord* at = thread->Dispatches; at != null; at = at->Outer)
        {
            nint value = at->Exception;
            for (Exception? exception = Unsafe.As<nint, Exception>(ref value);
                exception is not null; exception = exception.InnerException)
            {
                if (Place.Holds(place, RuntimeHelpers.AddressOf(exception))
                    || Place.Holds(place, RuntimeHelpers.AddressOf(exception.OwnMessage)))
                    return true;
            }
        }
        return false;
    }

    private static nint Copy(ThreadRecord* thread, Place* place, nint exception)
    {
        nint first = (nint)(place + 1);
        SpanHelpers.ClearWithoutReferences(
            ref *(byte*)first, PlaceBytes - (nuint)sizeof(Place));
        Room room = new() { Next = first, End = (nint)place + (nint)PlaceBytes, Thread = thread };
        return CopyException(ref room, exception, 0);
    }

    private ref struct Room
    {
        internal nint Next;
        internal nint End;
        internal ThreadRecord* Thread;

        // What lies in other places of the thread does not stay either.
        internal readonly bool MustCopy(nint value) =>
            ((nuint)value >= Thread->ScopesLow && (nuint)value < Thread->ScopesHigh)
            || FindBefore(Thread, value) != null;

        // Gives the place of the table pointer, 0 when there is no room.
        internal nint Take(nuint bytes)
        {
            if ((nint)bytes > End - Next)
                return 0;
            nint place = Next + 8;
            Next += (nint)bytes;
            return place;
        }
    }

    private static nint CopyException(ref Room room, nint source, int depth)
    {
        MethodTable* table = *(MethodTable**)source;
        nint copy = room.Take(table->BaseSize);
        if (copy == 0)
            return 0;
        SpanHelpers.Memmove(ref *(byte*)copy, ref *(byte*)source, table->BaseSize - 8);
        ReferenceMap map = new(table, 0);
        while (map.TryNext(out nuint offset))
        {
            nint* field = (nint*)(copy + (nint)offset);
            if (room.MustCopy(*field))
                *field = CopyReference(ref room, *field, depth);
        }
        return copy;
    }

    private static nint CopyReference(ref Room room, nint source, int depth)
    {
        MethodTable* table = *(MethodTable**)source;
        if (table == MethodTable.Of<string>())
            return CopyText(ref room, source);
        object value = Unsafe.As<nint, object>(ref source);
        return value is Exception && depth < InnerMax
            ? CopyException(ref room, source, depth + 1) : 0;
    }

    // As much of the text as fits.
    private static nint CopyText(ref Room room, nint source)
    {
        MethodTable* table = *(MethodTable**)source;
        int length = *(int*)(source + 8);
        int fits = (int)((room.End - room.Next - (nint)table->BaseSize - 8) / sizeof(char));
        length = Math.Min(length, fits);
        if (length <= 0)
            return 0;
        nint copy = room.Take(Allocation.SizeOf(table, (uint)length));
        if (copy == 0)
            return 0;
        *(MethodTable**)copy = table;
        *(int*)(copy + 8) = length;
        SpanHelpers.Memmove(
            ref *(byte*)(copy + 12), ref *(byte*)(source + 12), (nuint)length * sizeof(char));
        return copy;
    }
}
