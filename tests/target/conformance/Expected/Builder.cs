// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_builder =
    [
        // builder.append
        "ab32.5True",
        // builder.line
        "x\u000ay",
        // builder.format
        "1-b",
        // builder.interpolated
        "001/  x",
        // builder.insert
        "abcd",
        // builder.remove
        "adef",
        // builder.replace
        "a+b+c",
        // builder.replace-char
        "xbxb",
        // builder.length
        "abc3",
        // builder.index
        "aXc",
        // builder.clear
        "d",
        // builder.repeat
        "-----",
        // builder.join
        "a, b",
        // builder.substring
        "cde",
        // builder.grow
        "490",
        // builder.bad-index
        "! Index was outside the bounds of the array.",
        // utf8.bytes
        "6",
        // utf8.text
        "a\u00e9\u20ac",
        // utf8.surrogates
        "4",
        // utf8.round
        "x\ud83d\ude00y",
        // utf8.invalid
        "a\ufffdb",
        // utf8.truncated
        "\ufffd",
        // utf8.count
        "4",
        // ascii.bytes
        "63",
        // ascii.text
        "abc",
        // hash.combine
        "True",
        // hash.add
        "True",
    ];
}
