// SPDX-License-Identifier: MIT
namespace Bulkhead.Partitions.Console;

/// <summary>Applies "select graphic rendition" sequences: the sixteen colours and bold; the rest is
/// ignored.
/// </summary>
public static class StyleSequence
{
    /// <summary>Applies one sequence.</summary>
    /// <param name="style">The style before.</param>
    /// <param name="sequence">The sequence's numbers.</param>
    /// <returns>The style afterwards.</returns>
    public static TextStyle Apply(TextStyle style, in ControlSequence sequence)
    {
        for (int index = 0; index < sequence.Count; index++)
        {
            uint code = sequence.Parameter(index);
            if (code is 38 or 48) index += OperandCount(in sequence, index);
            else style = ApplyOne(style, code);
        }
        return style;
    }

    private static TextStyle ApplyOne(TextStyle style, uint code) => code switch
    {
        0 => default,
        1 => style.WithBold(true),
        22 => style.WithBold(false),
        >= 30 and <= 37 => style.WithForeground(code - 29),
        39 => style.WithForeground(0),
        >= 40 and <= 47 => style.WithBackground(code - 39),
        49 => style.WithBackground(0),
        >= 90 and <= 97 => style.WithForeground(code - 81),
        >= 100 and <= 107 => style.WithBackground(code - 91),
        _ => style,
    };

    // 38;5;n and 38;2;r;g;b: more colours than a cell can hold.
    private static int OperandCount(in ControlSequence sequence, int index) =>
        sequence.Parameter(index + 1) switch
        {
            5 => 2,
            2 => 4,
            _ => 0,
        };
}
