// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_string =
    [
        // string.concat
        "a1c2.5True",
        // string.concat-many
        "abcde",
        // string.length
        "12",
        // string.substring
        "World",
        // string.substring-length
        "Hello",
        // string.substring-bad
        "! startIndex cannot be larger than length of string. (Parame"
            + "ter 'startIndex')",
        // string.indexof
        "11",
        // string.lastindexof
        "8",
        // string.indexof-none
        "-1",
        // string.indexof-empty
        "0",
        // string.indexofany
        "2",
        // string.contains
        "True False",
        // string.starts
        "True",
        // string.starts-ignoring
        "True",
        // string.ends
        "True",
        // string.upper
        "HELLO, WORLD",
        // string.lower
        "hello, world",
        // string.upper-latin
        "STRA\u00dfE \u00c9\u00d1",
        // string.trim
        "[padded]",
        // string.trimstart
        "[padded\u0009]",
        // string.trimend
        "[  padded]",
        // string.trim-chars
        "a",
        // string.split
        "a|b||c",
        // string.split-remove
        "a|b|c",
        // string.split-trim
        "a|b",
        // string.split-string
        "1|2|3",
        // string.split-count
        "1|2,3,4",
        // string.split-white
        "a|b|c",
        // string.split-chars
        "a|b|c",
        // string.join
        "x, y, z",
        // string.join-numbers
        "1-2-3",
        // string.join-objects
        "1/a//2.5",
        // string.replace
        "a--b--c",
        // string.replace-char
        "aybyc",
        // string.replace-remove
        "abc",
        // string.insert
        "abc",
        // string.remove
        "abf",
        // string.padleft
        "0007",
        // string.padright
        "[ab   ]",
        // string.equals
        "True",
        // string.operator
        "True",
        // string.compare
        "-1",
        // string.compare-length
        "1",
        // string.compare-null
        "-1",
        // string.isnullorempty
        "True False",
        // string.iswhite
        "True",
        // string.chars
        "Hell",
        // string.repeat
        "=====",
        // string.format
        "a 0A a",
        // string.format-align
        "[    1|2    ]",
        // string.format-braces
        "{5}",
        // string.format-null
        "[]",
        // string.hash-equal
        "True",
        // string.comparer
        "True",
        // string.comparer-hash
        "True",
        // string.create
        "xxx",
        // string.surrogates
        "2 True",
        // char.classes
        "True True True False True",
        // char.case
        "Qq",
        // char.ascii
        "True False",
        // char.text
        "x65438",
        // bool.parse
        "True False",
    ];
}
