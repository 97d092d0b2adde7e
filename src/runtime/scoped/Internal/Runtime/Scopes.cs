// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using Internal.Runtime.Exceptions;

namespace Internal.Runtime;

/// <summary>Begins and ends scopes; the SDK's Scope calls it.</summary>
internal static unsafe class Scopes
{
    private const nuint Alignment = 16;

    /// <summary>Begins a scope of at most so many bytes; 0 is all that is left.</summary>
    /// <returns>The scope.</returns>
    [RuntimeExport("bulkhead_scope_enter")]
    private static nint Enter(nuint bytesMax)
    {
        ThreadRecord* thread = ThreadRecord.Current;
        if (thread->ScopeArea == 0)
            Heap.BeginScopes(thread);
        ScopeRecord* outer = thread->Scope;
        nuint top = outer == null
            ? thread->ScopeArea : (nuint)(PointerOf(thread) - Heap.HeaderBytes);
        nuint low = (top + Alignment - 1) & ~(Alignment - 1);
        nuint end = outer == null ? thread->PlacesLow : outer->High;
        nuint room = end > low ? end - low : 0;
        nuint bytes = bytesMax == 0 ? room : (bytesMax + Alignment - 1) & ~(Alignment - 1);
        if (bytes > room || bytes <= (nuint)sizeof(ScopeRecord) + Alignment)
            throw Heap.Exhausted();
        ScopeRecord* scope = (ScopeRecord*)low;
        scope->Outer = outer;
        scope->Low = low;
        scope->High = low + bytes;
        scope->OuterPointer = PointerOf(thread);
        scope->OuterImmortalDepth = thread->ImmortalDepth;
        Install(thread, scope);
        return (nint)scope;
    }

    /// <summary>Ends the innermost scope: its memory is clear again.</summary>
    [RuntimeExport("bulkhead_scope_leave")]
    private static void Leave(nint handle)
    {
        ThreadRecord* thread = ThreadRecord.Current;
        ScopeRecord* scope = thread->Scope;
        if (scope == null || (nint)scope != handle)
            throw new InvalidOperationException(
                "Scopes end in reverse order.");
        nuint top = (nuint)PointerOf(thread);
        NotePeak(thread, top);
        BoundaryStore.Save(thread, scope->Low, top);
        Remove(thread, scope);
        nuint low = scope->Low;
        SpanHelpers.ClearWithoutReferences(ref *(byte*)low, top - low);
    }

    // Whether an object lies in a scope or in one inside it.
    [RuntimeExport("bulkhead_scope_holds")]
    private static int Holds(nint handle, object? value)
    {
        nuint place = (nuint)RuntimeHelpers.AddressOf(value);
        bool isInside = place >= (nuint)handle && place < ThreadRecord.Current->ScopesHigh;
        return isInside ? 1 : 0;
    }

    // Where the innermost scope stands.
    private static nint PointerOf(ThreadRecord* thread) =>
        thread->ImmortalDepth == 0 ? thread->AllocationPointer : thread->ScopePointer;

    private static void Install(ThreadRecord* thread, ScopeRecord* scope)
    {
        if (scope->Outer == null)
        {
            thread->ScopesLow = scope->Low;
            thread->ScopesHigh = thread->PlacesLow;
        }
        // Otherwise the thread stands in the scope around, and its piece is put away.
        if (!thread->AllocatesInScope)
        {
            thread->ImmortalPointer = thread->AllocationPointer;
            thread->ImmortalLimit = thread->AllocationLimit;
        }
        thread->ImmortalDepth = 0;
        thread->Scope = scope;
        thread->ScopeLow = scope->Low;
        thread->AllocationPointer = (nint)(scope + 1) + Heap.HeaderBytes;
        thread->AllocationLimit = (nint)scope->High + Heap.HeaderBytes;
    }

    private static void Remove(ThreadRecord* thread, ScopeRecord* scope)
    {
        ScopeRecord* outer = scope->Outer;
        thread->Scope = outer;
        thread->ImmortalDepth = scope->OuterImmortalDepth;
        if (outer == null)
        {
            thread->ScopesLow = thread->PlacesLow;
            thread->ScopesHigh = 0;
        }
        thread->ScopeLow = outer == null ? 0 : outer->Low;
        thread->ScopePointer = scope->OuterPointer;
        if (!thread->AllocatesInScope)
        {
            thread->AllocationPointer = thread->ImmortalPointer;
            thread->AllocationLimit = thread->ImmortalLimit;
            return;
        }
        thread->AllocationPointer = scope->OuterPointer;
        thread->AllocationLimit = (nint)outer->High + Heap.HeaderBytes;
    }

    private static void NotePeak(ThreadRecord* thread, nuint top)
    {
        nuint used = top - thread->ScopeArea;
        if (used > thread->ScopePeakBytes)
            thread->ScopePeakBytes = used;
    }
}
