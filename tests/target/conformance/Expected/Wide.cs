// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_wide =
    [
        // tuple.eight
        "(1, b, 3.5, d, 5, True, 7, eight)",
        // tuple.eight-last
        "8",
        // tuple.ten
        "(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)",
        // tuple.eight-equals
        "True",
        // tuple.eight-compare
        "-1 1",
        // tuple.eight-hash
        "True",
        // tuple.one
        "(5) (a)",
        // func.sixteen
        "136",
        // action.six
        "1b2.5d5True",
        // hash.eight
        "True",
        // hash.eight-differs
        "False",
        // hash.bytes
        "True",
        // formattable
        "{0} and {1,5} 2 two 1.5 and   two",
        // formattable.invariant
        "2.50",
        // rethrow.same
        "True later",
        // rethrow.trace
        "True first",
        // rethrow.null
        "! Value cannot be null. (Parameter 'source')",
    ];
}
