// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_cast =
    [
        // cast.up
        "True",
        // cast.as
        "False",
        // cast.as-null
        "True",
        // cast.interface
        "True",
        // cast.covariant
        "True",
        // cast.not-covariant
        "False",
        // cast.array
        "True",
        // cast.array-int
        "True",
        // cast.array-value
        "False",
        // cast.array-store
        "! Attempted to access an element as a type incompatible with"
            + " the array.",
        // box.int
        "6",
        // box.enum-as-byte
        "200",
        // box.nullable
        "True",
        // box.nullable-null
        "True",
        // unbox.nullable
        "True",
        // unbox.nullable-null
        "False",
        // box.equals
        "True False",
        // box.struct
        "(1, a)",
        // pattern.type
        "int 5three abcdouble 2.5other",
        // pattern.null
        "nothing",
        // pattern.array
        "array of 3",
        // pattern.relational
        "negative small medium large ",
        // pattern.list
        "1..3 empty one 9",
        // pattern.property
        "True",
        // pattern.tuple
        "3",
        // pattern.or
        "True False",
        // pattern.not
        "True",
        // pattern.var
        "True",
        // switch.string
        "109",
        // enum.unknown
        "77",
        // enum.flags-unknown
        "64",
        // enum.number
        "200",
        // enum.hex
        "00000003",
        // enum.hasflag
        "True",
        // enum.compare
        "True",
        // enum.hash-key
        "4",
    ];
}
