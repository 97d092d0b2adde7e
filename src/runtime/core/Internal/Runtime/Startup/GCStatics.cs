// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;

namespace Internal.Runtime.Startup;

/// <summary>Makes the objects that hold static references.</summary>
internal static unsafe class GCStatics
{
    private const long Uninitialized = 1;
    private const long HasData = 2;

    /// <summary>
    /// A cell holds the distance to the table of the object to make, in the low bits whether there
    /// is a second word: the distance to what the object holds first.
    /// </summary>
    internal static void Initialize(int* cells, int* end)
    {
        for (; cells < end; cells++)
        {
            int* cell = (int*)MethodTable.Target(cells);
            int word = *cell;
            if ((word & (int)Uninitialized) == 0)
                continue;
            MethodTable* table = (MethodTable*)((byte*)cell + (word & ~3));
            object made = Allocation.NewObject(table);
            if ((word & (int)HasData) != 0)
            {
                byte* data = (byte*)(cell + 1) + cell[1];
                SpanHelpers.Memmove(
                    ref RuntimeHelpers.DataOf(made), ref *data, table->BaseSize - 16);
            }
            *(nint*)cell = *(nint*)Unsafe.AsPointer(ref made);
        }
    }
}
