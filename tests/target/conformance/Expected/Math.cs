// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_math =
    [
        // math.abs
        "10.5",
        // math.abs-min
        "! Negating the minimum value of a twos complement number is "
            + "invalid.",
        // math.max
        "13.5",
        // math.min
        "NaN",
        // math.clamp
        "9",
        // math.clamp-bad
        "! '5' cannot be greater than 2.",
        // math.sign
        "0",
        // math.floor
        "2 -3 3 0 10000000000000000 -0 7 ",
        // math.ceiling
        "3 -2 4 1 10000000000000000 -0 7 ",
        // math.truncate
        "2 -2 3 0 10000000000000000 -0 7 ",
        // math.round
        "2 -2 4 0 10000000000000000 -0 7 ",
        // math.round-away
        "3 -3 4 0 10000000000000000 -0 7 ",
        // math.round-digits
        "3.14 2.68",
        // math.sqrt
        "1.4142135623730951 NaN",
        // math.fma
        "10",
        // math.divrem
        "(3, 2)",
        // math.bigmul
        "4611686014132420609",
        // math.copysign
        "-3",
        // math.ieee-remainder
        "1 -1",
        // math.constants
        "5.859874482048838",
        // bits.leading
        "94",
        // bits.trailing
        "35",
        // bits.population
        "72",
        // bits.log2
        "9",
        // bits.rotate
        "9223372036854775811",
        // bits.power
        "True 128",
        // double.isfinite
        "True True True",
        // double.isnegative
        "True True",
        // double.compare
        "-2",
        // double.bits
        "4609434218613702656",
        // random.range
        "inside",
        // random.same-seed
        "True",
        // random.double
        "True",
        // random.seeded-sequence
        "66 14 12",
        // random.bytes
        "8",
        // random.long
        "7 -3 372112318221 3 -8205604332140945877",
        // random.long-bad
        "! 'minValue' cannot be greater than maxValue. (Parameter 'mi"
            + "nValue')",
        // random.shuffle
        "6 3 2 4 1 5",
        // random.items
        "2 2 3 1 1 3 3 3",
        // random.items-power
        "a d c c c d a b",
        // random.items-none
        "! Span may not be empty. (Parameter 'choices')",
        // random.shared
        "True",
    ];
}
