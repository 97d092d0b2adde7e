// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text;

namespace Bulkhead.Cli.Scripting;

/// <summary>
/// Text of <c>--send</c>: UTF-8 with <c>\n</c>, <c>\r</c>, <c>\t</c>, <c>\e</c>, <c>\\</c> and
/// <c>\xNN</c>.
/// </summary>
public static class EscapedText
{
    /// <summary>Resolves the escapes.</summary>
    /// <param name="text">What the user wrote.</param>
    /// <returns>The bytes to send.</returns>
    /// <exception cref="FormatException">An escape is not known or not whole.</exception>
    public static byte[] Parse(string text)
    {
        List<byte> bytes = [];
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                int length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
                bytes.AddRange(Encoding.UTF8.GetBytes(text.Substring(i, length)));
                i += length - 1;
                continue;
            }

            i++;
            bytes.Add(ParseEscape(text, ref i));
        }

        return [.. bytes];
    }

    private static byte ParseEscape(string text, ref int at)
    {
        char letter = at < text.Length ? text[at] : '\0';
        switch (letter)
        {
            case 'n':
                return (byte)'\n';
            case 'r':
                return (byte)'\r';
            case 't':
                return (byte)'\t';
            case 'e':
                return 0x1b;
            case '\\':
                return (byte)'\\';
            case 'x' when at + 2 < text.Length && byte.TryParse(text.AsSpan(at + 1, 2),
                NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value):
                at += 2;
                return value;
            default:
                throw new FormatException(
                    $"`{text}` has an escape that is not known; "
                    + @"use \n, \r, \t, \e, \\ or \xNN");
        }
    }
}
