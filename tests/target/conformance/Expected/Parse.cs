// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_parse =
    [
        // parse.double-1.5
        "1.5",
        // parse.double--2
        "-2",
        // parse.double-1e10
        "10000000000",
        // parse.double-0.1
        "0.1",
        // parse.double-.5
        "0.5",
        // parse.double-5.
        "5",
        // parse.double-_7_
        "7",
        // parse.double-1,234.5
        "1234.5",
        // parse.double-Infinity
        "Infinity",
        // parse.double--Infinity
        "-Infinity",
        // parse.double-NaN
        "NaN",
        // parse.double-1e400
        "Infinity",
        // parse.double-1e-400
        "0",
        // parse.double-2.2250738585072011e-308
        "2.225073858507201E-308",
        // parse.double-4.9e-324
        "5E-324",
        // parse.double-1.7976931348623157e308
        "1.7976931348623157E+308",
        // parse.double-9007199254740993
        "9007199254740992",
        // parse.double-0.1000000000000000055511151231257827
        "0.1",
        // parse.double-123456789012345678901234567890
        "1.2345678901234568E+29",
        // parse.double-1E+2
        "100",
        // parse.double-0e999
        "0",
        // parse.bad-double-
        "False",
        // parse.bad-int-
        "False",
        // parse.bad-double-_
        "False",
        // parse.bad-int-_
        "False",
        // parse.bad-double-abc
        "False",
        // parse.bad-int-abc
        "False",
        // parse.bad-double-1.2.3
        "False",
        // parse.bad-int-1.2.3
        "False",
        // parse.bad-double-1e
        "False",
        // parse.bad-int-1e
        "False",
        // parse.bad-double---1
        "False",
        // parse.bad-int---1
        "False",
        // parse.bad-double-0x10
        "False",
        // parse.bad-int-0x10
        "False",
        // parse.bad-double-1_2
        "False",
        // parse.bad-int-1_2
        "False",
        // parse.bad-double-+
        "False",
        // parse.bad-int-+
        "False",
        // parse.bad-double-1e+
        "False",
        // parse.bad-int-1e+
        "False",
        // parse.int
        "43",
        // parse.int-min
        "-2147483648",
        // parse.int-overflow
        "! Value was either too large or too small for an Int32.",
        // parse.int-bad
        "! The input string '12a' was not in a correct format.",
        // parse.int-null
        "! Value cannot be null. (Parameter 's')",
        // parse.long
        "-9223372036854775808",
        // parse.ulong
        "18446744073709551615",
        // parse.ulong-overflow
        "! Value was either too large or too small for a UInt64.",
        // parse.ulong-negative
        "! Value was either too large or too small for a UInt64.",
        // parse.byte-overflow
        "! Value was either too large or too small for an unsigned by"
            + "te.",
        // parse.sbyte
        "-128",
        // parse.short-overflow
        "False",
        // parse.hex
        "255",
        // parse.hex-negative
        "-1",
        // parse.hex-overflow
        "False",
        // parse.binary
        "11",
        // parse.thousands
        "1234567",
        // parse.parentheses
        "-5",
        // parse.trailing-sign
        "-5",
        // parse.exponent
        "5000",
        // parse.no-sign
        "False",
        // parse.tryparse-result
        "0",
        // parse.span
        "17",
        // parse.float
        "16777216",
        // parse.float-overflow
        "Infinity",
        // parse.double-bad
        "! The input string 'x' was not in a correct format.",
        // parse.char
        "x",
        // parse.round-trip
        "0",
    ];
}
