// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using Internal.Runtime.Exceptions;

namespace Internal.Runtime;

/// <summary>
/// Keeps exceptions that leave the scope in which they were made: each thread has places for them
/// behind its scopes, one from the start and more when they are all in use.
/// </summary>
/// <remarks>
/// Kept are the exception's own fields, texts and inner exceptions as far as they fit; other
/// references into scopes become null. Whatever lies in any of the thread's scopes is copied when
/// the first of them is left, so that a copy is good when the others have been left, too. A place
/// is in use for as long as the thread's stack leads to it: in records of exceptions under way or
/// being handled, in variables. Nothing else does: a store elsewhere stores a copy
/// (<see cref="TryCopy"/>).
/// </remarks>
internal static unsafe class BoundaryStore
{
    /// <summary>Bytes of a place.</summary>
    internal const nuint PlaceBytes = 1024;

    private const int InnerMax = 3;

    /// <summary>Saves what is in flight and lies between two addresses, the second of which is the
    /// end of what scopes use.</summary>
    internal static void Save(ThreadRecord* thread, nuint low, nuint high)
    {
        for (DispatchRecord* at = thread->Dispatches; at != null; at = at->Outer)
        {
            nuint exception = (nuint)at->Exception;
            if (exception < low || exception >= high)
                continue;
            nuint place = TakePlace(thread, high);
            nint copy = place == 0 ? 0 : CopyTo(thread, place, (nint)exception);
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

    /// <summary>Whether an address lies in a place of the thread.</summary>
    internal static bool Holds(ThreadRecord* thread, nuint value) =>
        value >= thread->PlacesLow && value < thread->ScopeAreaEnd;

    /// <summary>Copies an exception, or its text, to where the thread makes new objects.
    /// </summary>
    /// <returns>The copy; 0: there is no memory.</returns>
    internal static nuint TryCopy(ThreadRecord* thread, nuint value) =>
        (nuint)CopyReference(thread, (nint)value, 0);

    /// <summary>Gives an exception that goes with nothing: a copy in immortal memory when it lies
    /// in a place.</summary>
    [RuntimeExport("bulkhead_retain_exception")]
    internal static Exception Retain(Exception exception)
    {
        ThreadRecord* thread = ThreadRecord.Current;
        nuint value = (nuint)RuntimeHelpers.AddressOf(exception);
        if (!Holds(thread, value))
            return exception;
        nint depth = Heap.EnterImmortal();
        value = TryCopy(thread, value);
        Heap.LeaveImmortal(depth);
        return value == 0 ? throw Heap.Exhausted() : Unsafe.As<nuint, Exception>(ref value);
    }

    // 0 when there is no memory.
    private static nuint TakePlace(ThreadRecord* thread, nuint top)
    {
        for (nuint at = thread->PlacesLow; at < thread->ScopeAreaEnd; at += PlaceBytes)
        {
            if (!IsInUse(thread, at))
                return at;
        }
        nuint low = thread->PlacesLow - PlaceBytes;
        if (low < top)
            return 0;
        thread->PlacesLow = low;
        thread->ScopesHigh = low;
        for (ScopeRecord* scope = thread->Scope; scope != null; scope = scope->Outer)
            scope->High = Math.Min(scope->High, low);
        return low;
    }

    // Registers that methods keep for their callers are on the stack, too: throwing put them there.
    private static bool IsInUse(ThreadRecord* thread, nuint place)
    {
        nuint first = 0;
        for (nuint at = (nuint)(&first); at < thread->StackHigh; at += 8)
        {
            // The second stack ends below a page that is not mapped.
            if (at == thread->StackLow - ThreadRecord.GuardBytes)
                at = thread->StackLow;
            if (*(nuint*)at - place < PlaceBytes)
                return true;
        }
        return false;
    }

    private static nint CopyTo(ThreadRecord* thread, nuint place, nint exception)
    {
        SpanHelpers.ClearWithoutReferences(ref *(byte*)place, PlaceBytes);
        nint pointer = thread->AllocationPointer;
        nint limit = thread->AllocationLimit;
        thread->AllocationPointer = (nint)place + Heap.HeaderBytes;
        thread->AllocationLimit = thread->AllocationPointer + (nint)PlaceBytes;
        nint copy = CopyReference(thread, exception, 0);
        thread->AllocationPointer = pointer;
        thread->AllocationLimit = limit;
        return copy;
    }

    private static nint CopyReference(ThreadRecord* thread, nint source, int depth)
    {
        MethodTable* table = *(MethodTable**)source;
        if (table == MethodTable.Of<string>())
            return CopyText(thread, source);
        return Unsafe.As<nint, object>(ref source) is Exception && depth <= InnerMax
            ? CopyException(thread, source, depth) : 0;
    }

    private static nint CopyException(ThreadRecord* thread, nint source, int depth)
    {
        MethodTable* table = *(MethodTable**)source;
        nint copy = Heap.TryAllocate(thread, table->BaseSize);
        if (copy == 0)
            return 0;
        SpanHelpers.Memmove(ref *(byte*)copy, ref *(byte*)source, table->BaseSize - 8);
        ReferenceMap map = new(table, 0);
        while (map.TryNext(out nuint offset))
        {
            nint* field = (nint*)(copy + (nint)offset);
            // What lies in other places of the thread does not stay either.
            if (thread->HasInScopes((nuint)(*field)))
                *field = CopyReference(thread, *field, depth + 1);
        }
        return copy;
    }

    // As much of the text as fits.
    private static nint CopyText(ThreadRecord* thread, nint source)
    {
        MethodTable* table = *(MethodTable**)source;
        int length = *(int*)(source + 8);
        nint room = thread->AllocationLimit - thread->AllocationPointer - (nint)table->BaseSize - 8;
        length = (int)Math.Min(length, room / sizeof(char));
        if (length <= 0)
            return 0;
        nint copy = Heap.TryAllocate(thread, Allocation.SizeOf(table, (uint)length));
        if (copy == 0)
            return 0;
        *(MethodTable**)copy = table;
        *(int*)(copy + 8) = length;
        SpanHelpers.Memmove(
            ref *(byte*)(copy + 12), ref *(byte*)(source + 12), (nuint)length * sizeof(char));
        return copy;
    }
}
