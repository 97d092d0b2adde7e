// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_enum =
    [
        // enum.names
        "None High Low None Red Green Blue White Zero Top",
        // enum.values
        "None=0 High=100 Low=-5 0 18446744073709551615 ",
        // enum.name
        "Low none none",
        // enum.defined
        "True False True",
        // enum.parse
        "High None Red, Blue White -7 Top",
        // enum.parse-case
        "! Requested value 'high' was not found.",
        // enum.parse-unknown
        "! Requested value 'Medium ' was not found.",
        // enum.parse-empty
        "! Must specify valid information for parsing in the string. "
            + "(Parameter 'value')",
        // enum.parse-null
        "! Value cannot be null. (Parameter 'value')",
        // enum.parse-large
        "! Value was either too large or too small for a signed byte.",
        // enum.try
        "True Low False None False False False",
        // enum.try-span
        "True Green",
    ];
}
