// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;
using Internal.Runtime.Exceptions;

namespace Internal.Runtime;

/// <summary>
/// Keeps exceptions that leave the scope in which they were made: each thread has a few places in
/// immortal memory that are used in turn.
/// </summary>
/// <remarks>
/// Kept are the exception's own fields, texts and inner exceptions as far as they fit; other
/// references into the scope become null. The copy is good until as many further exceptions have
/// left
/// scopes as there are places.
/// </remarks>
internal static unsafe class BoundaryStore
{
    private const int PlaceCount = 4;
    private const nuint PlaceBytes = 1024;
    private const int InnerMax = 3;

    /// <summary>Saves what is in flight and lies between two addresses.</summary>
    internal static void Save(ThreadRecord* thread, nuint low, nuint high)
    {
        for (DispatchRecord* at = thread->Dispatches; at != null; at = at->Outer)
        {
            nuint exception = (nuint)at->Exception;
            if (exception < low || exception >= high)
                continue;
            nint copy = Copy(thread, (nint)exception, low, high);
            // The same exception may be on its way twice: a rethrow inside a handler.
            for (DispatchRecord* same = at; same != null; same = same->Outer)
            {
                if ((nuint)same->Exception == exception)
                    same->Exception = copy;
            }
        }
    }

    /// <summary>Uses other places from now on when an exception, or what caused it, lies in these.
    /// </summary>
    internal static void Retain(Exception exception)
    {
        ThreadRecord* thread = ThreadRecord.Current;
        for (Exception? at = exception; at is not null; at = at.InnerException)
        {
            nint distance = RuntimeHelpers.AddressOf(at) - thread->BoundaryStore;
            if ((nuint)distance >= PlaceCount * PlaceBytes)
                continue;
            thread->BoundaryStore = Heap.AllocateForever(PlaceCount * PlaceBytes);
            return;
        }
    }

    private static nint Copy(ThreadRecord* thread, nint exception, nuint low, nuint high)
    {
        if (thread->BoundaryStore == 0)
            thread->BoundaryStore = Heap.AllocateForever(PlaceCount * PlaceBytes);
        nint place = thread->BoundaryStore + (thread->BoundaryNext * (nint)PlaceBytes);
        thread->BoundaryNext = (thread->BoundaryNext + 1) % PlaceCount;
        SpanHelpers.ClearWithoutReferences(ref *(byte*)place, PlaceBytes);
        Room room = new() { Next = place, End = place + (nint)PlaceBytes, Low = low, High = high };
        nint copy = CopyException(ref room, exception, 0);
        // An exception that does not fit at all is one that says so.
        return copy == 0 ? RuntimeHelpers.AddressOf(Heap.Exhausted()) : copy;
    }

    private ref struct Room
    {
        internal nint Next;
        internal nint End;
        internal nuint Low;
        internal nuint High;

        internal readonly bool IsInside(nint value) => (nuint)value >= Low && (nuint)value < High;

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
            if (room.IsInside(*field))
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
