// SPDX-License-Identifier: MIT
namespace System;

public static partial class Convert
{
    private const int LineLetters = 76;

    private const string NotBase64 =
        "The input is not a valid Base-64 string as it contains a non-base 64 character, more than "
            + "two padding characters, or an illegal character among the padding characters.";

    private static ReadOnlySpan<byte> Base64Letters =>
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8;

    public static string ToHexString(byte[] inArray)
    {
        ArgumentNullException.ThrowIfNull(inArray);
        return Hex(inArray, 'A');
    }

    public static string ToHexString(byte[] inArray, int offset, int length) =>
        Hex(Part(inArray, offset, length), 'A');

    public static string ToHexString(ReadOnlySpan<byte> bytes) => Hex(bytes, 'A');

    public static string ToHexStringLower(byte[] inArray)
    {
        ArgumentNullException.ThrowIfNull(inArray);
        return Hex(inArray, 'a');
    }

    public static string ToHexStringLower(ReadOnlySpan<byte> bytes) => Hex(bytes, 'a');

    public static byte[] FromHexString(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return FromHexString(s.AsSpan());
    }

    public static byte[] FromHexString(ReadOnlySpan<char> chars)
    {
        if ((chars.Length & 1) != 0)
        {
            throw new FormatException(
                "The input is not a valid hex string as its length is not a multiple of 2.");
        }
        byte[] bytes = new byte[chars.Length / 2];
        for (int i = 0; i < bytes.Length; i++)
        {
            int high = HexDigit(chars[2 * i]), low = HexDigit(chars[(2 * i) + 1]);
            if ((high | low) < 0)
            {
                throw new FormatException(
                    "The input is not a valid hex string as it contains a non-hex character.");
            }
            bytes[i] = (byte)((high << 4) | low);
        }
        return bytes;
    }

    public static string ToBase64String(byte[] inArray) =>
        ToBase64String(inArray, Base64FormattingOptions.None);

    public static string ToBase64String(byte[] inArray, Base64FormattingOptions options)
    {
        ArgumentNullException.ThrowIfNull(inArray);
        return ToBase64String(new ReadOnlySpan<byte>(inArray), options);
    }

    public static string ToBase64String(byte[] inArray, int offset, int length) =>
        ToBase64String(Part(inArray, offset, length));

    public static string ToBase64String(
        byte[] inArray, int offset, int length, Base64FormattingOptions options) =>
        ToBase64String(Part(inArray, offset, length), options);

    public static string ToBase64String(
        ReadOnlySpan<byte> bytes, Base64FormattingOptions options = Base64FormattingOptions.None)
    {
        int letters = (bytes.Length + 2) / 3 * 4;
        bool hasLines = options == Base64FormattingOptions.InsertLineBreaks && letters != 0;
        char[] text = new char[hasLines ? letters + ((letters - 1) / LineLetters * 2) : letters];
        for (int from = 0, to = 0; from < bytes.Length; from += 3)
        {
            if (hasLines && from > 0 && from % (LineLetters / 4 * 3) == 0)
            {
                text[to++] = '\r';
                text[to++] = '\n';
            }
            int rest = bytes.Length - from;
            int group = (bytes[from] << 16) | (rest > 1 ? bytes[from + 1] << 8 : 0)
                | (rest > 2 ? bytes[from + 2] : 0);
            for (int place = 0; place < 4; place++)
            {
                int letter = (group >> (18 - (6 * place))) & 63;
                text[to++] = place > rest ? '=' : (char)Base64Letters[letter];
            }
        }
        return new string(text);
    }

    public static byte[] FromBase64String(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        byte[] room = new byte[(s.Length / 4 * 3) + 3];
        if (!TryBase64(s.AsSpan(), room, out int count))
            throw new FormatException(NotBase64);
        return count == room.Length ? room : room.AsSpan(0, count).ToArray();
    }

    public static bool TryFromBase64String(string s, Span<byte> bytes, out int bytesWritten)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryFromBase64Chars(s.AsSpan(), bytes, out bytesWritten);
    }

    public static bool TryFromBase64Chars(
        ReadOnlySpan<char> chars, Span<byte> bytes, out int bytesWritten)
    {
        bool fits = TryBase64(chars, bytes, out bytesWritten) && bytesWritten <= bytes.Length;
        if (!fits)
            bytesWritten = 0;
        return fits;
    }

    // Counts on when there is no room. Blanks do not matter.
    private static bool TryBase64(ReadOnlySpan<char> text, Span<byte> bytes, out int count)
    {
        int group = 0, letters = 0, padding = 0;
        count = 0;
        foreach (char c in text)
        {
            if (c is ' ' or '\t' or '\r' or '\n')
                continue;
            int value = c < 128 ? Base64Letters.IndexOf((byte)c) : -1;
            bool isPadding = c == '=' && (letters & 3) >= 2;
            if (isPadding ? ++padding > 2 : value < 0 || padding > 0)
                return false;
            group = (group << 6) | (isPadding ? 0 : value);
            if ((++letters & 3) != 0)
                continue;
            for (int place = 0; place < 3 - padding; place++, count++)
            {
                if (count < bytes.Length)
                    bytes[count] = (byte)(group >> (16 - (8 * place)));
            }
        }
        return (letters & 3) == 0;
    }

    private static ReadOnlySpan<byte> Part(byte[] array, int offset, int length)
    {
        ArgumentNullException.ThrowIfNull(array, "inArray");
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        if (offset > array.Length - length)
        {
            throw new ArgumentOutOfRangeException(nameof(offset),
                "Offset and length must refer to a position in the string.");
        }
        return new(array, offset, length);
    }

    private static string Hex(ReadOnlySpan<byte> bytes, char letter)
    {
        char[] text = new char[bytes.Length * 2];
        for (int i = 0; i < text.Length; i++)
        {
            int digit = (bytes[i / 2] >> ((i & 1) == 0 ? 4 : 0)) & 15;
            text[i] = (char)(digit < 10 ? '0' + digit : letter + digit - 10);
        }
        return new string(text);
    }

    private static int HexDigit(char c)
    {
        if (char.IsAsciiDigit(c))
            return c - '0';
        int letter = (c | 0x20) - 'a';
        return (uint)letter < 6 ? letter + 10 : -1;
    }
}
