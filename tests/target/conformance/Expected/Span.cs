// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_span =
    [
        // span.array
        "9",
        // span.slice
        "2",
        // span.text
        "ell",
        // span.copy-references
        "y",
        // span.copy-short
        "! Destination is too short. (Parameter 'destination')",
        // span.fill-references
        "z",
        // span.covariant
        "! Attempted to access an element as a type incompatible with"
            + " the array.",
        // span.sequence
        "True",
        // span.indexof
        "4",
        // span.trim
        "x",
        // span.reverse
        "321",
        // span.sort
        "123",
        // span.stackalloc
        "12",
        // span.utf8
        "101",
        // memory.slice
        "2",
        // memory.readonly
        "3",
        // memory.bad
        "! Specified argument was out of the range of valid values. ("
            + "Parameter 'start')",
        // span.startswith
        "True False",
        // span.equals-ignoring
        "True",
        // span.collection
        "b",
        // span.params
        "2",
        // span.binary-search
        "1",
    ];
}
