// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_unbox =
    [
        // unbox.nullable-long
        "6",
        // unbox.nullable-long-none
        "False",
        // unbox.nullable-long-wrong
        "! Unable to cast object of type 'System.Int32' to type 'Syst"
            + "em.Nullable`1[System.Int64]'.",
        // unbox.nullable-byte
        "8",
        // unbox.nullable-byte-none
        "99",
        // unbox.nullable-struct
        "1/m/1099511627776",
        // unbox.nullable-struct-none
        "0//0",
        // unbox.nullable-struct-wrong
        "! Unable to cast object of type 'System.String' to type 'Sys"
            + "tem.Nullable`1[Bulkhead.Conformance.Language.UnboxMark]'.",
        // unbox.nullable-enum
        "True",
        // unbox.nullable-enum-from-int
        "! Unable to cast object of type 'System.Int32' to type 'Syst"
            + "em.Nullable`1[Bulkhead.Conformance.Language.UnboxLevel]'.",
        // unbox.nullable-int-from-enum
        "! Unable to cast object of type 'Bulkhead.Conformance.Langua"
            + "ge.UnboxLevel' to type 'System.Nullable`1[System.Int32]'.",
        // unbox.nullable-bool
        "True",
        // unbox.nullable-char
        "c",
        // unbox.nullable-double
        "5",
        // unbox.nullable-is
        "5",
        // unbox.nullable-as
        "True",
        // unbox.nullable-inside
        "w",
        // unbox.nullable-overwrites
        "none 1/m/1099511627776",
        // unbox.nullable-boxed-again
        "Int64 True",
        // unbox.unused
        "tested",
        // unbox.unused-wrong
        "! Unable to cast object of type 'System.String' to type 'Sys"
            + "tem.Int64'.",
        // unbox.unused-null
        "! Object reference not set to an instance of an object.",
        // unbox.bool-from-byte
        "! Unable to cast object of type 'System.Byte' to type 'Syste"
            + "m.Boolean'.",
        // unbox.long
        "6",
        // unbox.struct
        "1/m/1099511627776",
        // unbox.struct-wrong
        "! Unable to cast object of type 'System.Int64' to type 'Bulk"
            + "head.Conformance.Language.UnboxMark'.",
        // unbox.struct-null
        "! Object reference not set to an instance of an object.",
        // unbox.int-from-enum
        "1",
        // unbox.enum-from-int
        "True",
        // unbox.int-from-long
        "! Unable to cast object of type 'System.Int64' to type 'Syst"
            + "em.Int32'.",
        // unbox.uint-from-int
        "! Unable to cast object of type 'System.Int32' to type 'Syst"
            + "em.UInt32'.",
        // unbox.sbyte-from-byte
        "! Unable to cast object of type 'System.Byte' to type 'Syste"
            + "m.SByte'.",
        // unbox.from-text
        "! Unable to cast object of type 'System.String' to type 'Sys"
            + "tem.Int32'.",
        // unbox.field
        "1099511627776",
        // unbox.interface-of-struct
        "1",
        // unbox.generic-nullable
        "5",
        // unbox.generic-nullable-none
        "True",
        // unbox.generic-nullable-wrong
        "! Unable to cast object of type 'System.Byte' to type 'Syste"
            + "m.Nullable`1[System.Int64]'.",
        // unbox.generic-struct
        "1/m/1099511627776",
        // unbox.generic-text
        "s",
        // unbox.generic-text-wrong
        "! Unable to cast object of type 'System.Int64' to type 'Syst"
            + "em.String'.",
        // unbox.shared-struct
        "p",
        // unbox.shared-struct-wrong
        "! Unable to cast object of type 'Bulkhead.Conformance.Langua"
            + "ge.UnboxMark' to type 'Bulkhead.Conformance.Language.UnboxPa"
            + "ir`1[System.String]'.",
        // unbox.shared-nullable
        "some q",
        // unbox.shared-nullable-none
        "none",
        // unbox.shared-nullable-wrong
        "! Unable to cast object of type 'Bulkhead.Conformance.Langua"
            + "ge.UnboxPair`1[System.Object]' to type 'System.Nullable`1[Bu"
            + "lkhead.Conformance.Language.UnboxPair`1[System.String]]'.",
    ];
}
