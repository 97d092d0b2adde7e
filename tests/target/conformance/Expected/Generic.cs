// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_generic =
    [
        // generic.class
        "[5]",
        // generic.map
        "[2]",
        // generic.static
        "3",
        // generic.shared-static
        "12",
        // generic.method
        "21ba",
        // generic.default
        "0,,False",
        // generic.new
        "0",
        // generic.constraint
        "9z",
        // generic.type-test
        "True False",
        // generic.covariance
        "text",
        // generic.contravariance
        "got x",
        // generic.func-variance
        "s",
        // generic.numeric-int
        "6",
        // generic.numeric-double
        "0.75",
        // generic.numeric-long
        "1099511627781",
        // generic.own-operator
        "7",
        // generic.nested
        "y",
        // generic.struct
        "[1, one]",
        // generic.parse
        "40",
        // generic.comparer
        "-1",
        // generic.equality
        "True",
        // generic.equality-struct
        "True",
        // generic.equality-nullable
        "False",
        // generic.recursive
        "[[[1]]][[1]]",
    ];
}
