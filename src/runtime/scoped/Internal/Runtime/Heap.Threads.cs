// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime;

internal static unsafe partial class Heap
{
    private const nuint PartsOfMemory = 16;

    /// <summary>A declared thread starts: it gets memory for scopes when it has none, and is in
    /// none.</summary>
    internal static void BeginThread(ThreadRecord* thread)
    {
        if (thread->Scope != null)
            LeaveScopes(thread);
        if (thread->ScopeArea != 0)
            return;
        nuint bytes = ThreadScopeBytes();
        TryGiveScopes(thread, bytes != 0 ? bytes : (_immortalEnd - _start) / PartsOfMemory);
    }

    internal static void EndThread(ThreadRecord* thread)
    {
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
        thread->ScopesLow = nuint.MaxValue;
        thread->ScopesHigh = 0;
        thread->ScopeLow = 0;
        thread->ImmortalDepth = 0;
    }

    [RuntimeImport("bulkhead_thread_scope_bytes")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern nuint ThreadScopeBytes();
}
