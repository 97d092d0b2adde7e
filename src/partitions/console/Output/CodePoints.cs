// SPDX-License-Identifier: MIT
namespace Bulkhead.Partitions.Console;

/// <summary>What the console must know of Unicode.</summary>
public static class CodePoints
{
    /// <summary>
    /// Whether a code point may be shown: no control character (C0, DEL, C1), no bidirectional
    /// control, no line or paragraph separator, no surrogate, nothing beyond Unicode.
    /// </summary>
    /// <param name="value">The code point.</param>
    /// <returns>True when it may.</returns>
    public static bool IsShown(uint value)
    {
        if (value < 0x20 || (value >= 0x7f && value <= 0x9f)) return false;
        if (value is 0x061c or 0x200e or 0x200f or 0xfeff) return false;
        if (value >= 0x2028 && value <= 0x202e) return false;
        if (value >= 0x2060 && value <= 0x206f) return false;
        if (value >= 0xd800 && value <= 0xdfff) return false;
        if (value >= 0xfff0 && value <= 0xfffb) return false;
        return value <= 0x10ffff && !IsTag(value);
    }

    /// <summary>
    /// Whether every terminal shows the code point exactly one column wide, so that the cursor can
    /// go back over it without reaching the tag. When in doubt: no.
    /// </summary>
    /// <param name="value">A code point that is shown.</param>
    /// <returns>True when it is certain.</returns>
    public static bool IsOneColumn(uint value)
    {
        if (value < 0x80) return value >= 0x20;
        if (value == 0xad) return false;
        if (value is >= 0xa0 and <= 0x2ff) return true;
        if (value is >= 0x391 and <= 0x3c9) return true;
        return value is >= 0x400 and <= 0x482;
    }

    // Invisible copies of ASCII.
    private static bool IsTag(uint value) => value is >= 0xe0000 and <= 0xe0fff;
}
