// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_name =
    [
        // name.enum
        "Reverse",
        // name.enum-zero
        "Neutral",
        // name.enum-interpolated
        "First 200 C8",
        // name.enum-negative
        "Deep High 5",
        // name.flags
        "Left, Rear",
        // name.flags-combined
        "Both",
        // name.flags-zero
        "None",
        // name.flags-rest
        "65",
        // name.flags-format
        "FirstBoth",
        // name.object
        "System.Object",
        // name.class
        "Bulkhead.Conformance.Language.NameCases+Plain",
        // name.struct
        "Bulkhead.Conformance.Language.NameCases+Empty",
        // name.type
        "Int32 System.String",
        // name.nested
        "Plain Bulkhead.Conformance.Language.NameCases+Plain",
        // name.list
        "System.Collections.Generic.List`1[System.Int32]",
        // name.dictionary
        "System.Collections.Generic.Dictionary`2[System.String,System"
            + ".Int64]",
        // name.generic
        "Bulkhead.Conformance.Language.NameCases+Pair`2[Bulkhead.Conf"
            + "ormance.Language.NameCases+Plain,Bulkhead.Conformance.Langua"
            + "ge.NameCases+Gear]",
        // name.generic-short
        "Pair`2",
        // name.array
        "System.Int32[]String[]",
        // name.exception
        "System.InvalidOperationException",
        // name.cast
        "! Unable to cast object of type 'System.Collections.Generic."
            + "List`1[System.Int32]' to type 'System.String'.",
    ];
}
