// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;

namespace Internal.Runtime.CompilerHelpers;

/// <summary>Arrays of several dimensions, called by name.</summary>
internal static unsafe class ArrayHelpers
{
    private static Array NewObjArray(MethodTable* pEEType, int nDimensions, int* pDimensions)
    {
        int rank = pEEType->Rank;
        int count = 1;
        for (int i = 0; i < rank; i++)
        {
            if (pDimensions[i] < 0)
                ThrowHelpers.ThrowOverflowException();
            count = checked(count * pDimensions[i]);
        }
        Array made = Unsafe.As<Array>(Allocation.NewArray(pEEType, count));
        ref int bounds = ref Unsafe.As<byte, int>(
            ref Unsafe.AddByteOffset(ref RuntimeHelpers.DataOf(made), 8));
        for (int i = 0; i < rank; i++)
            Unsafe.Add(ref bounds, i) = pDimensions[i];
        return made;
    }
}
