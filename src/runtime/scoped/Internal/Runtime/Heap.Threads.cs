// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime;

internal static unsafe partial class Heap
{
    private const nuint PartsOfMemory = 16;
    private const nint ServerNumber = 8;

    /// <summary>A declared thread starts: it gets memory for scopes when it has none, and is in
    /// none.</summary>
    internal static void BeginThread(ThreadRecord* thread)
    {
        if (thread->Scope != null)
            LeaveScopes(thread);
        if (thread->ScopeArea != 0)
            return;
        TryGiveScopes(thread, ThreadScopeBytes());
    }

    /// <summary>A thread without memory for scopes wants to enter one: the server thread on another
    /// CPU than the partition's begins without the runtime's knowledge, and gets its memory now.
    /// </summary>
    internal static void BeginScopes(ThreadRecord* thread)
    {
        if (thread->Number > ServerNumber)
            TryGiveScopes(thread, ServerScopeBytes());
    }

    internal static void EndThread(ThreadRecord* thread)
    {
    }

    // A thread that is not there from the start: out of what is left of immortal memory, so that
    // there may be less than is wanted.
    private static void TryGiveScopes(ThreadRecord* thread, nuint wanted)
    {
        nuint bytes = wanted != 0 ? wanted : ImmortalSize / PartsOfMemory;
        nuint rounded = ((bytes + 15) & ~(nuint)15) + BoundaryStore.PlaceBytes;
        nint place = TryTakeImmortal(rounded);
        if (place != 0)
            SetScopes(thread, (nuint)place, (nuint)place + rounded);
    }

    // The thread before it did not end its scopes.
    private static void LeaveScopes(ThreadRecord* thread)
    {
        bool isInScope = thread->ImmortalDepth == 0;
        nuint low = thread->ScopeArea;
        nuint top = (nuint)(isInScope ? thread->AllocationPointer : thread->ScopePointer);
        SpanHelpers.ClearWithoutReferences(ref *(byte*)low, top - low);
        if (isInScope)
        {
            thread->AllocationPointer = thread->ImmortalPointer;
            thread->AllocationLimit = thread->ImmortalLimit;
        }
        thread->Scope = null;
        thread->ScopesLow = thread->PlacesLow;
        thread->ScopesHigh = 0;
        thread->ScopeLow = 0;
        thread->ImmortalDepth = 0;
    }

    [RuntimeImport("bulkhead_thread_scope_bytes")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern nuint ThreadScopeBytes();
}
