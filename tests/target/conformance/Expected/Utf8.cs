// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_utf8 =
    [
        // utf8.parse
        "-42 7 255 1500 2.25 1000",
        // utf8.parse-bad
        "! The input string '4x' was not in a correct format.",
        // utf8.parse-large
        "! Value was either too large or too small for a signed byte.",
        // utf8.try
        "True 12 False 0 False 0 False 0 False",
        // double.try-bad
        "False 0 False 0",
        // utf8.generic
        "17.5",
        // utf8.format
        "-42 00FF 1.5 2.3 01:02:03",
        // utf8.format-short
        "False 0 False 0",
        // time.parse
        "01:02:00 01:02:03 4.03:02:01 -00:00:01.5000000 6.00:00:00 1."
            + "02:03:04.0000001 2.12:30:00",
        // time.parse-limits
        "10675199.02:48:05.4775807 -10675199.02:48:05.4775808",
        // time.parse-bad
        "! String 'soon' was not recognized as a valid TimeSpan.",
        // time.parse-hours
        "! The TimeSpan string '24:00' could not be parsed because at"
            + " least one of the numeric components is out of range or cont"
            + "ains too many digits.",
        // time.parse-large
        "! The TimeSpan string '10675199.02:48:05.4775808' could not "
            + "be parsed because at least one of the numeric components is "
            + "out of range or contains too many digits.",
        // time.parse-null
        "! Value cannot be null. (Parameter 'input')",
        // time.try
        "True 12:34:56 False 00:00:00 False False False False False",
    ];
}
