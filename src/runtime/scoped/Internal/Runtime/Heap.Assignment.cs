// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime;

internal static unsafe partial class Heap
{
    // Asked by the barrier when the answer is not obvious: what to store; 0: nothing may be.
    [RuntimeExport("bulkhead_admit_store")]
    private static nuint Admit(nuint place, nuint value)
    {
        if (MayStore(place, value))
            return value;
        ThreadRecord* thread = ThreadRecord.Current;
        if (BoundaryStore.Holds(thread, value))
            return MayHoldNew(thread, place) ? BoundaryStore.TryCopy(thread, value) : 0;
        return Unsafe.As<nuint, object>(ref value) is Delegate call && !call.LeadsIntoScope
            ? AdmitCall(place, call) : 0;
    }

    /// <summary>What to store in place of a value: mostly the value.</summary>
    internal static object? Admitted(ref object? place, object? value)
    {
        nuint stored = Admit((nuint)Unsafe.AsPointer(ref place),
            (nuint)RuntimeHelpers.AddressOf(value));
        if (stored == 0 && value is not null)
            ThrowAssignment();
        return Unsafe.As<nuint, object?>(ref stored);
    }

    // Whether an object that the thread makes now may be stored at a place.
    private static bool MayHoldNew(ThreadRecord* thread, nuint place) =>
        !thread->AllocatesInScope || IsInInnermost(thread, place);

    private static bool IsInInnermost(ThreadRecord* thread, nuint place) =>
        place >= thread->ScopeLow && place < thread->ScopesHigh;

    // A delegate that leads to nothing in a scope may as well lie in immortal memory: the C#
    // compiler keeps those of lambdas that catch nothing in static fields, and goes on with the
    // one that was made. Who stores the same again and again takes memory for it once.
    private static nuint AdmitCall(nuint place, Delegate call)
    {
        nuint held = *(nuint*)place;
        return Unsafe.As<nuint, object?>(ref held) is Delegate same && same.Equals(call)
            ? held : CopyForever(call);
    }

    private static nuint CopyForever(Delegate call)
    {
        nuint bytes = call.Table->BaseSize;
        nint place = TryTakeImmortal(bytes);
        if (place == 0)
            return 0;
        place += HeaderBytes;
        SpanHelpers.Memmove(ref *(byte*)place, ref *(byte*)RuntimeHelpers.AddressOf(call),
            bytes - (nuint)HeaderBytes);
        Unsafe.As<nint, Delegate>(ref place).LeadToItself(call);
        return (nuint)place;
    }

    /// <summary>Whether an object lies in a scope of the calling thread.</summary>
    internal static bool IsInScope(object? value) =>
        ThreadRecord.Current->HasInScopes((nuint)RuntimeHelpers.AddressOf(value));

    private static bool MayStore(nuint place, nuint value)
    {
        ThreadRecord* thread = ThreadRecord.Current;
        if (!thread->HasInScopes(value))
            return true;
        // A variable on the stack, or a scope's own record.
        if (thread->HasOnStack(place))
            return true;
        // Through a null reference: the store itself fails.
        if (place < Exceptions.MachineFaults.NullBytes)
            return true;
        if (BoundaryStore.Holds(thread, value))
            return false;
        nuint low = ScopeOf(thread, value);
        return place >= low && place < thread->ScopesHigh;
    }

    /// <summary>Fails unless every reference in the bytes may be stored at the
    /// destination.</summary>
    internal static void CheckStores(ref byte destination, ref byte source, nuint byteCount)
    {
        ThreadRecord* thread = ThreadRecord.Current;
        nuint place = (nuint)Unsafe.AsPointer(ref destination);
        // Only a stack leads to the places of exceptions.
        bool isHere = thread->Scope == null || IsInInnermost(thread, place);
        if (isHere && !thread->HasOnStack((nuint)Unsafe.AsPointer(ref source)))
            return;
        for (nuint at = 0; at + 8 <= byteCount; at += 8)
        {
            nuint value = Unsafe.ReadUnaligned<nuint>(ref Unsafe.AddByteOffset(ref source, at));
            if (!MayStore(place + at, value) && IsObject(value))
                ThrowAssignment();
        }
    }

    // Values of other types lie between the references: a word counts when it leads to an object.
    private static bool IsObject(nuint value) =>
        (value & 7) == 0 && *(nuint*)value >= ProgramStart && *(nuint*)value < ProgramEnd();

    private static nuint ScopeOf(ThreadRecord* thread, nuint value)
    {
        ScopeRecord* scope = thread->Scope;
        while (scope->Low > value && scope->Outer != null)
            scope = scope->Outer;
        return scope->Low;
    }

    private const nuint ProgramStart = 0x40_0000;

    // The SDK's: partitions are compiled against the framework's names, which lack its exception.
    [RuntimeImport("bulkhead_throw_assignment")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void ThrowAssignment();

    [RuntimeImport("bulkhead_program_end")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern nuint ProgramEnd();
}
