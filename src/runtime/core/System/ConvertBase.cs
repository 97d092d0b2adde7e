// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Integers in base 2, 8, 10 and 16.</summary>
internal static class ConvertBase
{
    internal static long Signed(string? text, int fromBase, int bits, string name)
    {
        ulong magnitude = Read(text, fromBase, bits, true, out bool isNegative);
        if (fromBase != 10)
        {
            Check(magnitude, bits, name);
            return (long)(magnitude << (64 - bits)) >> (64 - bits);
        }
        if (magnitude > (1ul << (bits - 1)) - (isNegative ? 0u : 1u))
            throw TooLarge(name);
        return isNegative ? -(long)magnitude : (long)magnitude;
    }

    internal static ulong Unsigned(string? text, int fromBase, int bits, string name)
    {
        ulong value = Read(text, fromBase, bits, false, out _);
        Check(value, bits, name);
        return value;
    }

    internal static string Text(long value, int bits, int toBase)
    {
        if (toBase == 10)
            return value.ToString();
        int shift = Shift(toBase);
        Span<char> room = stackalloc char[64];
        int at = room.Length;
        ulong rest = bits == 64 ? (ulong)value : (ulong)value & ((1ul << bits) - 1);
        do
        {
            int digit = (int)rest & ((1 << shift) - 1);
            room[--at] = (char)(digit < 10 ? '0' + digit : 'a' + digit - 10);
            rest >>= shift;
        }
        while (rest != 0);
        return room.Slice(at).ToString();
    }

    private static void Check(ulong value, int bits, string name)
    {
        if (bits < 64 && value >> bits != 0)
            throw TooLarge(name);
    }

    private static Exception TooLarge(string name) =>
        IntegerParse.Failure(ParseOutcome.Overflow, default, name);

    private static int Shift(int numberBase) => numberBase switch
    {
        2 => 1,
        8 => 3,
        16 => 4,
        _ => throw new ArgumentException("Invalid Base."),
    };

    // In 32 or 64 bits, without a sign but in base 10.
    private static ulong Read(
        string? text, int fromBase, int bits, bool isSigned, out bool isNegative)
    {
        if (fromBase != 10)
            Shift(fromBase);
        isNegative = false;
        if (text is null)
            return 0;
        if (text.Length == 0)
        {
            throw new ArgumentOutOfRangeException("Index was out of range. Must be non-negative "
                + "and less than the size of the collection.");
        }
        int at = Start(text, fromBase, isSigned, out isNegative);
        int first = at;
        ulong value = 0;
        for (; at < text.Length; at++)
        {
            int digit = Digit(text[at]);
            if (digit < 0 || digit >= fromBase)
                break;
            ulong high = Math.BigMul(value, (ulong)fromBase, out ulong low);
            value = low + (uint)digit;
            if (high != 0 || value < low || (bits < 64 && value >> 32 != 0))
            {
                string kind = fromBase == 10 && isSigned ? "Int" : "UInt";
                throw TooLarge(kind + (bits < 64 ? "32" : "64"));
            }
        }
        if (at == first)
            throw new FormatException("Could not find any recognizable digits.");
        if (at < text.Length)
        {
            throw new FormatException(
                "Additional non-parsable characters are at the end of the string.");
        }
        return value;
    }

    // Behind a sign and, in base 16, 0x.
    private static int Start(string text, int fromBase, bool isSigned, out bool isNegative)
    {
        int at = 0;
        isNegative = text[0] == '-';
        if (isNegative && fromBase != 10)
        {
            throw new ArgumentException(
                "String cannot contain a minus sign if the base is not 10.");
        }
        if (isNegative && !isSigned)
        {
            throw new OverflowException(
                "The string was being parsed as an unsigned number and could not have a negative "
                    + "sign.");
        }
        if (text[0] is '-' or '+')
            at++;
        bool hasPrefix = fromBase == 16 && text.Length > at + 1 && text[at] == '0'
            && (text[at + 1] | 0x20) == 'x';
        return hasPrefix ? at + 2 : at;
    }

    private static int Digit(char c)
    {
        if (char.IsAsciiDigit(c))
            return c - '0';
        int letter = (c | 0x20) - 'a';
        return (uint)letter < 6 ? letter + 10 : -1;
    }
}
