// SPDX-License-Identifier: MIT
using Internal.Runtime;
using Internal.Runtime.CompilerHelpers;

namespace System.Runtime;

/// <summary>What stores in arrays of several dimensions call by name.</summary>
internal static unsafe class RuntimeImports
{
    private static void RhCheckArrayStore(object array, object? obj)
    {
        if (obj is not null && !TypeRelation.CanCast(obj.Table, array.Table->Element))
            ThrowHelpers.ThrowArrayTypeMismatchException();
    }
}
