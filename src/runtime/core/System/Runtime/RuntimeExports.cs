// SPDX-License-Identifier: MIT
using Internal.Runtime;

namespace System.Runtime;

/// <summary>Boxing and unboxing, called by name.</summary>
internal static unsafe class RuntimeExports
{
    public static object? RhBox(MethodTable* pEEType, ref byte data) =>
        Boxing.Box(pEEType, ref data);

    public static void RhUnboxNullable(ref byte data, MethodTable* pUnboxToEEType, object? obj) =>
        Boxing.UnboxNullable(ref data, pUnboxToEEType, obj);

    public static void RhUnboxTypeCheck(MethodTable* pType, MethodTable* pBoxType) =>
        Boxing.Check(pType, pBoxType);

    public static void RhUnboxTypeTest(MethodTable* pType, MethodTable* pBoxType) =>
        Boxing.Check(pType, pBoxType);

    public static ref byte RhUnbox2(MethodTable* pUnboxToEEType, object obj) =>
        ref Boxing.Unbox(pUnboxToEEType, obj);

    [RuntimeExport("RhUnbox2")]
    private static ref byte ExportedUnbox(MethodTable* table, object obj) =>
        ref Boxing.Unbox(table, obj);
}
