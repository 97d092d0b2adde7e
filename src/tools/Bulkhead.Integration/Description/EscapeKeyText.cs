// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Description;

/// <summary>The console's escape key as text: <c>ctrl-a</c> is the byte 1.</summary>
public static class EscapeKeyText
{
    /// <summary>Reads a key.</summary>
    /// <param name="text"><c>ctrl-</c> and a letter, or one of <c>\ ] ^ _</c>.</param>
    /// <param name="key">The byte that a terminal sends, 1..31.</param>
    /// <returns>
    /// True when the text names a control key that a console can spare: not Ctrl-C, which leaves
    /// the tool, and not the keys that every line of input needs (Ctrl-H, I, J, M).
    /// </returns>
    public static bool TryParse(string text, out byte key)
    {
        key = 0;
        string trimmed = text.Trim().ToUpperInvariant();
        if (trimmed.Length != 6 || !trimmed.StartsWith("CTRL-", StringComparison.Ordinal))
        {
            return false;
        }

        char letter = trimmed[5];
        if (letter is not (>= 'A' and <= 'Z' or '\\' or ']' or '^' or '_')
            || letter is 'C' or 'H' or 'I' or 'J' or 'M')
        {
            return false;
        }

        key = (byte)(letter & 0x1f);
        return true;
    }

    /// <summary>Writes a key as people read it.</summary>
    /// <param name="key">A control byte, 1..31.</param>
    /// <returns>Text such as <c>Ctrl-A</c>.</returns>
    public static string Format(byte key) => $"Ctrl-{(char)(key | 0x40)}";
}
