// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Internal.Runtime.Dispatch;

/// <summary>Finds what a call through an interface calls, and remembers it.</summary>
/// <remarks>
/// Answers are kept in a table of fixed size with chains; an answer is made once per type,
/// interface
/// and slot and stays. Readers need no lock: answers do not change, and a chain's head and a cell's
/// cache are single words.
/// </remarks>
internal static unsafe class InterfaceDispatch
{
    private const int BucketCount = 128;

    private static BucketTable _buckets;

    [InlineArray(BucketCount)]
    private struct BucketTable
    {
        private nint _element;
    }

    // Entered by the stub with the object and the cell; gives the code's address.
    [RuntimeExport("bulkhead_resolve_dispatch")]
    private static nint ResolveForStub(object target, DispatchCell* cell) => Resolve(target, cell);

    internal static nint Resolve(object target, DispatchCell* cell)
    {
        MethodTable* type = target.Table;
        nint cache = Volatile.Read(ref cell->Cache);
        bool isFirst = DispatchCell.IsUnresolved(cache);
        MethodTable* wanted = isFirst
            ? DispatchCell.InterfaceOf(cell, cache) : ((DispatchTarget*)cache)->Interface;
        int slot = isFirst ? DispatchCell.SlotOf(cell) : (int)((DispatchTarget*)cache)->Slot;
        DispatchTarget* found = Find(type, wanted, slot);
        if (found == null)
            found = Add(type, wanted, slot);
        // The stub that trusts the cache must not be seen before the cache.
        Volatile.Write(ref cell->Cache, (nint)found);
        if (isFirst)
            Volatile.Write(ref cell->Stub, CachedStub());
        return found->Code;
    }

    private static ref nint Bucket(MethodTable* type, MethodTable* wanted, int slot)
    {
        uint hash = ((uint)(nint)type >> 3) ^ ((uint)(nint)wanted >> 4) ^ ((uint)slot * 31);
        return ref _buckets[(int)((hash ^ (hash >> 7)) % BucketCount)];
    }

    private static DispatchTarget* Find(MethodTable* type, MethodTable* wanted, int slot)
    {
        nint at = Volatile.Read(ref Bucket(type, wanted, slot));
        for (; at != 0; at = (nint)((DispatchTarget*)at)->Next)
        {
            DispatchTarget* target = (DispatchTarget*)at;
            if (target->Type == type && target->Interface == wanted && target->Slot == slot)
                return target;
        }
        return null;
    }

    private static DispatchTarget* Add(MethodTable* type, MethodTable* wanted, int slot)
    {
        nint code = SlotSearch.Find(type, wanted, slot);
        if (code == 0)
            throw new EntryPointNotFoundException();
        DispatchTarget* made = (DispatchTarget*)Heap.AllocateForever((nuint)sizeof(DispatchTarget));
        made->Type = type;
        made->Code = code;
        made->Interface = wanted;
        made->Slot = slot;
        ref nint head = ref Bucket(type, wanted, slot);
        nint seen = Volatile.Read(ref head);
        while (true)
        {
            made->Next = (DispatchTarget*)seen;
            nint held = Interlocked.CompareExchange(ref head, (nint)made, seen);
            if (held == seen)
                return made;
            seen = held;
        }
    }

    [RuntimeImport("bulkhead_cached_dispatch_address")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern nint CachedStub();
}
