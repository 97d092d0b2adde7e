// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_convert =
    [
        // convert.text
        "35 1.5 True 25518446744073709551615",
        // convert.text-null
        "0 0 False",
        // convert.text-bad
        "! The input string 'four' was not in a correct format.",
        // convert.text-large
        "! Value was either too large or too small for an Int16.",
        // convert.double
        "2 4 -2 1000000000000000 255",
        // convert.double-large
        "! Value was either too large or too small for an Int32.",
        // convert.double-edge
        "2147483647",
        // convert.double-nan
        "! Value was either too large or too small for a UInt32.",
        // convert.double-long
        "! Arithmetic operation resulted in an overflow.",
        // convert.integers
        "200 -128 5 7 8",
        // convert.integer-large
        "! Value was either too large or too small for an unsigned by"
            + "te.",
        // convert.integer-negative
        "! Value was either too large or too small for a UInt64.",
        // convert.integer-unsigned
        "! Value was either too large or too small for an Int32.",
        // convert.char
        "A 65 z",
        // convert.char-bad
        "! String must be exactly one character long.",
        // convert.char-large
        "! Value was either too large or too small for a character.",
        // convert.bool
        "1 True False",
        // convert.tostring
        "121.5Truec",
        // convert.base
        "ff 11111111111111111111111111111111 1777777777777777777770 1"
            + "01 fffe -9",
        // convert.base-bad
        "! Invalid Base.",
        // convert.from-base
        "255 -1 -12 5 -2 511",
        // convert.from-base-large
        "! Value was either too large or too small for a UInt32.",
        // convert.from-base-narrow
        "! Value was either too large or too small for an Int16.",
        // convert.from-base-empty
        "! Specified argument was out of the range of valid values. ("
            + "Parameter 'Index was out of range. Must be non-negative and "
            + "less than the size of the collection.')",
        // convert.from-base-unsigned
        "! The string was being parsed as an unsigned number and coul"
            + "d not have a negative sign.",
        // convert.from-base-ten
        "! Value was either too large or too small for an unsigned by"
            + "te.",
        // convert.from-base-rest
        "! Additional non-parsable characters are at the end of the s"
            + "tring.",
        // convert.from-base-none
        "! Could not find any recognizable digits.",
        // convert.from-base-minus
        "! String cannot contain a minus sign if the base is not 10.",
        // base64.to
        "|AQ==|AQI=|//79|AQID",
        // base64.lines
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            + "AAAAAAAAAAAAAAAA\u000d\u000aAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA|AAAAAAAAAAAAAAA"
            + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            + "A\u000d\u000aAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAA\u000d\u000aAA==",
        // base64.from
        "0102|FFFEFD|0",
        // base64.from-bad
        "! The input is not a valid Base-64 string as it contains a n"
            + "on-base 64 character, more than two padding characters, or a"
            + "n illegal character among the padding characters.",
        // base64.from-short
        "! The input is not a valid Base-64 string as it contains a n"
            + "on-base 64 character, more than two padding characters, or a"
            + "n illegal character among the padding characters.",
        // base64.from-padding
        "! The input is not a valid Base-64 string as it contains a n"
            + "on-base 64 character, more than two padding characters, or a"
            + "n illegal character among the padding characters.",
        // base64.try
        "True 3 3 False 0",
        // hex.to
        "00ABFF 00abff",
        // hex.from
        "AKv/",
        // hex.from-odd
        "! The input is not a valid hex string as its length is not a"
            + " multiple of 2.",
        // hex.from-bad
        "! The input is not a valid hex string as it contains a non-h"
            + "ex character.",
    ];
}
