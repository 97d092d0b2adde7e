// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;

namespace Internal.Runtime;

/// <summary>Static fields that each thread has for itself, called by name.</summary>
internal static unsafe class ThreadStatics
{
    internal static object GetThreadStaticBaseForType(TypeManagerSlot* pModuleData,
        int typeTlsIndex)
    {
        ThreadRecord* thread = ThreadRecord.Current;
        object?[]? all = thread->ThreadStatics;
        if (all is not null && typeTlsIndex < all.Length && all[typeTlsIndex] is { } made)
            return made;
        return Make(thread, typeTlsIndex);
    }

    private static object Make(ThreadRecord* thread, int index)
    {
        nint place = Heap.EnterImmortal();
        object?[] all = thread->ThreadStatics ??=
            new object?[Startup.ModuleSections.ThreadStaticTypeCount];
        object made = Allocation.NewObject(Startup.ModuleSections.ThreadStaticType(index));
        all[index] = made;
        Heap.LeaveImmortal(place);
        return made;
    }

    /// <summary>Makes a thread's fields as new: it goes on with another thread of the program.
    /// </summary>
    internal static void Renew(ThreadRecord* thread)
    {
        object?[]? all = thread->ThreadStatics;
        for (int index = 0; index < (all?.Length ?? 0); index++)
        {
            if (all![index] is { } made)
                SpanHelpers.ClearWithoutReferences(
                    ref RuntimeHelpers.DataOf(made), made.Table->BaseSize - 16);
        }
    }
}
