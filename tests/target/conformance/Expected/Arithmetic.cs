// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_arithmetic =
    [
        // int.divide
        "-3",
        // int.remainder
        "-3",
        // int.wrap
        "-2147483648",
        // int.shift
        "-4",
        // int.shift-unsigned
        "15",
        // int.shift-large
        "2",
        // int.bits
        "236",
        // int.not
        "-8",
        // long.multiply
        "4611686014132420609",
        // uint.divide
        "1431655763",
        // ulong.max
        "2635249153387078802",
        // byte.wrap
        "232",
        // sbyte.wrap
        "-24",
        // short.wrap
        "-1",
        // char.arithmetic
        "h",
        // double.divide
        "0.3333333333333333",
        // double.by-zero
        "Infinity",
        // double.nan
        "NaN",
        // double.nan-compare
        "False False",
        // double.nan-equals
        "True",
        // double.remainder
        "1.5",
        // double.remainder-negative
        "-1.5",
        // double.remainder-large
        "1",
        // double.remainder-zero
        "NaN",
        // float.remainder
        "0.25",
        // double.to-int
        "-1",
        // double.to-int-large
        "2147483647",
        // double.to-long
        "10000000000",
        // double.to-ulong
        "18000000000000000000",
        // double.to-uint
        "1000000000",
        // double.checked
        "! Arithmetic operation resulted in an overflow.",
        // double.from-ulong
        "1.8446744073709552E+19",
        // double.from-long
        "-9.223372036854776E+18",
        // float.precision
        "0.3",
        // float.to-double
        "0.10000000149011612",
        // double.to-float
        "0.1",
        // double.to-float-infinite
        "Infinity",
        // double.sum
        "0.30000000000000004",
        // double.negative-zero
        "-0",
        // double.hash
        "True",
        // int.compare
        "-1",
        // bool.logic
        "True",
        // int.minmax
        "2147483647/-9223372036854775808/255",
        // nint.size
        "8",
        // nint.text
        "-7 1000",
        // nint.format
        "FFFFFFFFFFFFFFF9   001000",
    ];
}
