// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_value =
    [
        // struct.method
        "11",
        // struct.copy
        "12",
        // struct.in-list
        "1",
        // struct.in-array
        "2",
        // struct.ref
        "<2 2>",
        // struct.out
        "<7 8>",
        // struct.in
        "5",
        // struct.boxed-equals
        "True",
        // struct.default-equals
        "True",
        // struct.default-differs
        "False",
        // struct.reference-field
        "tu",
        // struct.holder-array
        "mid",
        // struct.key
        "v",
        // nullable.value
        "6",
        // nullable.none
        "! Nullable object must have a value.",
        // nullable.default
        "7",
        // nullable.arithmetic
        "True",
        // nullable.compare
        "False True",
        // nullable.coalesce
        "3",
        // nullable.assign
        "4",
        // nullable.text
        "[]",
        // nullable.struct
        "1",
        // ref.local
        "9",
        // ref.return
        "103",
        // ref.string
        "ab",
        // interpolate.simple
        "1 and two and 3.5",
        // interpolate.align
        "[    1][ab   ][abc]",
        // interpolate.format
        "00FF 3.14 1,234,567",
        // interpolate.both
        "[    00FF]",
        // interpolate.null
        "[]",
        // interpolate.braces
        "{1}",
        // interpolate.own
        "68F 20C",
        // interpolate.struct
        "<1 2>",
        // interpolate.nested
        "ab1cd",
        // interpolate.char
        "x  y",
        // interpolate.bool
        "True False",
        // interpolate.long
        "151",
        // interpolate.raw
        "{\"a\": 2}",
        // const.text
        "ValueCases\u0009\u00e9A",
    ];
}
