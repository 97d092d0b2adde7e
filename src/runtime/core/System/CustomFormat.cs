// SPDX-License-Identifier: MIT
using System.Text;

namespace System;

/// <summary>Writes digits as a custom format shows them: 0 # . , % E and literal text.</summary>
internal static class CustomFormat
{
    internal static void Write(
        ref TextBuilder text, scoped ref DecimalNumber number, ReadOnlySpan<char> format)
    {
        ReadOnlySpan<char> section = Section(ref number, format, out bool hasOwnSign);
        Layout layout = Layout.Of(section);
        if (number.Count != 0)
            number.Point += layout.Scale;
        number.Round(layout.HasExponent
            ? layout.Before + layout.Behind : number.Point + layout.Behind);
        int exponent = 0;
        if (layout.HasExponent && number.Count != 0)
        {
            exponent = number.Point - layout.Before;
            number.Point = layout.Before;
        }
        if (number.IsNegative && number.Count != 0 && !hasOwnSign)
            text.Append('-');
        Fill(ref text, in number, section, in layout, exponent);
    }

    // Up to three sections: positive, negative, zero.
    private static ReadOnlySpan<char> Section(
        scoped ref DecimalNumber number, ReadOnlySpan<char> format, out bool hasOwnSign)
    {
        hasOwnSign = false;
        int wanted = number.Count == 0 ? 2 : number.IsNegative ? 1 : 0;
        ReadOnlySpan<char> first = Part(format, 0);
        if (wanted == 0)
            return first;
        ReadOnlySpan<char> part = Part(format, wanted);
        if (part.IsEmpty)
            return first;
        hasOwnSign = wanted == 1;
        return part;
    }

    private static ReadOnlySpan<char> Part(ReadOnlySpan<char> format, int index)
    {
        int start = 0;
        for (int i = 0; i <= format.Length; i++)
        {
            if (i < format.Length && (format[i] is '\'' or '"'))
            {
                char quote = format[i++];
                while (i < format.Length && format[i] != quote)
                    i++;
                continue;
            }
            if (i < format.Length && format[i] != ';')
                continue;
            if (index-- == 0)
                return format.Slice(start, i - start);
            start = i + 1;
        }
        return default;
    }

    private static void Fill(
        ref TextBuilder text, scoped in DecimalNumber number, scoped ReadOnlySpan<char> section,
        scoped in Layout layout, int exponent)
    {
        int digit = 0;
        bool isBehind = false;
        int places = Math.Max(layout.Before, number.Point);
        int place = places;
        bool isStarted = false;
        for (int i = 0; i < section.Length; i++)
        {
            char c = section[i];
            switch (c)
            {
                case '0' or '#' when !isBehind:
                    // The first place takes all digits that the format has no place for.
                    int last = layout.Before - ++digit;
                    for (; place > last; place--)
                        Before(ref text, in number, in layout, place, ref isStarted);
                    break;
                case '0' or '#':
                    Behind(ref text, in number, in layout, digit++ - layout.Before);
                    break;
                case '.' when !isBehind:
                    isBehind = true;
                    digit = layout.Before;
                    if (layout.ZerosBehind > 0 || number.Count > Math.Max(number.Point, 0))
                        text.Append('.');
                    break;
                case '.' or ',':
                    break;
                case 'E' or 'e' when layout.HasExponent:
                    i = WriteExponent(ref text, section, i, exponent);
                    break;
                case '\\' when i + 1 < section.Length:
                    text.Append(section[++i]);
                    break;
                case '\'' or '"':
                    for (i++; i < section.Length && section[i] != c; i++)
                        text.Append(section[i]);
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }
    }

    private static void Before(
        ref TextBuilder text, in DecimalNumber number, in Layout layout, int place,
        ref bool isStarted)
    {
        if (place > number.Point && place > layout.ZerosBefore && !isStarted)
            return;
        isStarted = true;
        text.Append((char)('0' + (place > number.Point ? 0 : number[number.Point - place])));
        if (layout.HasGroups && place > 1 && (place - 1) % 3 == 0)
            text.Append(',');
    }

    private static void Behind(
        ref TextBuilder text, in DecimalNumber number, in Layout layout, int index)
    {
        int at = number.Point + index;
        if (index < layout.ZerosBehind || at < number.Count)
            text.Append((char)('0' + number[at]));
    }

    private static int WriteExponent(
        ref TextBuilder text, scoped ReadOnlySpan<char> section, int at, int exponent)
    {
        text.Append(section[at++]);
        bool hasPlus = section[at] == '+';
        if (section[at] is '+' or '-')
            at++;
        int digits = 0;
        while (at < section.Length && section[at] == '0')
        {
            digits++;
            at++;
        }
        NumberFormat.Exponent(ref text, exponent, hasPlus, digits);
        return at - 1;
    }

    /// <summary>What a section has room for.</summary>
    private struct Layout
    {
        internal int Before;
        internal int Behind;
        internal int ZerosBefore;
        internal int ZerosBehind;
        internal int Scale;
        internal bool HasGroups;
        internal bool HasExponent;

        internal static Layout Of(ReadOnlySpan<char> section)
        {
            Layout layout = default;
            bool isBehind = false;
            int firstZero = int.MaxValue;
            int commas = 0;
            for (int i = 0; i < section.Length; i++)
            {
                switch (section[i])
                {
                    case '0' or '#':
                        bool isZero = section[i] == '0';
                        layout.HasGroups |= commas > 0 && !isBehind;
                        commas = 0;
                        if (isBehind)
                        {
                            layout.Behind++;
                            if (isZero)
                                layout.ZerosBehind = layout.Behind;
                            break;
                        }
                        if (isZero && firstZero == int.MaxValue)
                            firstZero = layout.Before;
                        layout.Before++;
                        break;
                    case '.':
                        layout.Scale -= isBehind ? 0 : 3 * commas;
                        commas = 0;
                        isBehind = true;
                        break;
                    case ',' when layout.Before > 0 && !isBehind:
                        commas++;
                        break;
                    case '%':
                        layout.Scale += 2;
                        break;
                    case '\\':
                        i++;
                        break;
                    case '\'' or '"':
                        i = SkipQuote(section, i);
                        break;
                    case 'E' or 'e' when IsExponent(section, i):
                        layout.HasExponent = true;
                        while (i + 1 < section.Length && (section[i + 1] is '+' or '-' or '0'))
                            i++;
                        break;
                }
            }
            layout.Scale -= isBehind ? 0 : 3 * commas;
            layout.ZerosBefore =
                firstZero == int.MaxValue ? 0 : layout.Before - firstZero;
            return layout;
        }

        private static int SkipQuote(ReadOnlySpan<char> section, int at)
        {
            char quote = section[at++];
            while (at < section.Length && section[at] != quote)
                at++;
            return at;
        }

        private static bool IsExponent(ReadOnlySpan<char> section, int at)
        {
            int next = at + 1;
            if (next < section.Length && (section[next] is '+' or '-'))
                next++;
            return next < section.Length && section[next] == '0';
        }
    }
}
