// SPDX-License-Identifier: MIT
using System;

namespace Internal.Runtime.Dispatch;

/// <summary>Searches a type and its bases for the method that implements an interface's slot.
/// </summary>
internal static unsafe class SlotSearch
{
    private const int DiamondSlot = 0xFFFF;
    private const int ReabstractionSlot = 0xFFFE;

    /// <summary>Address of the method; 0 when the type does not have the interface.</summary>
    internal static nint Find(MethodTable* type, MethodTable* wanted, int slot)
    {
        for (int pass = 0; pass < 2; pass++)
        {
            bool isDefault = pass == 1;
            for (MethodTable* at = type; at != null; at = at->Base)
            {
                int found = FindSlot(at, wanted, slot, isDefault);
                if (found >= 0)
                    return Code(type, at, found);
            }
        }
        return 0;
    }

    private static nint Code(MethodTable* type, MethodTable* owner, int slot)
    {
        if (slot == DiamondSlot)
            throw new AmbiguousImplementationException();
        if (slot == ReabstractionSlot)
            throw new EntryPointNotFoundException();
        // A virtual slot may have been overridden further down.
        return slot < owner->SlotCount
            ? MethodTable.Slots(type)[slot]
            : MethodTable.SealedSlot(owner, slot - owner->SlotCount);
    }

    private static int FindSlot(MethodTable* type, MethodTable* wanted, int slot, bool isDefault)
    {
        if (!type->HasDispatchMap)
            return -1;
        DispatchMap* map = MethodTable.DispatchMapOf(type);
        DispatchEntry* entries = DispatchMap.Entries(map) + (isDefault ? map->StandardCount : 0);
        int count = isDefault ? map->DefaultCount : map->StandardCount;
        int exact = FindEntry(type, entries, count, wanted, slot, false);
        return exact >= 0 || !MayVary(type, wanted)
            ? exact : FindEntry(type, entries, count, wanted, slot, true);
    }

    private static bool MayVary(MethodTable* type, MethodTable* wanted) =>
        wanted->IsGeneric && (wanted->HasVariance || type->Kind == ElementKind.ArrayBase
            || type->IsArray);

    private static int FindEntry(
        MethodTable* type, DispatchEntry* entries, int count, MethodTable* wanted, int slot,
        bool isVariant)
    {
        for (int index = 0; index < count; index++)
        {
            if (entries[index].InterfaceSlot != slot)
                continue;
            MethodTable* have = MethodTable.Interface(type, entries[index].Interface);
            if (isVariant
                ? TypeRelation.IsVariant(have, wanted, type->IsArray) : have == wanted)
                return entries[index].Slot;
        }
        return -1;
    }
}
