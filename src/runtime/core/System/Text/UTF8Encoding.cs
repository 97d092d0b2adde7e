// SPDX-License-Identifier: MIT
namespace System.Text;

/// <summary>UTF-8; what is no valid text becomes U+FFFD, once for each maximal part of a character
/// (Unicode 15, 3.9).</summary>
public class UTF8Encoding : Encoding
{
    private const int Replacement = 0xFFFD;

    public override int GetByteCount(ReadOnlySpan<char> chars)
    {
        int count = 0;
        for (int at = 0; at < chars.Length;)
            count += SizeOf(Next(chars, ref at));
        return count;
    }

    public override int GetBytes(ReadOnlySpan<char> chars, Span<byte> bytes)
    {
        int to = 0;
        for (int at = 0; at < chars.Length;)
        {
            int point = Next(chars, ref at);
            int size = SizeOf(point);
            if (size > bytes.Length - to)
                ThrowShort();
            Write(point, size, bytes.Slice(to));
            to += size;
        }
        return to;
    }

    public override int GetCharCount(ReadOnlySpan<byte> bytes)
    {
        int count = 0;
        for (int at = 0; at < bytes.Length;)
            count += Next(bytes, ref at) >= 0x10000 ? 2 : 1;
        return count;
    }

    public override int GetChars(ReadOnlySpan<byte> bytes, Span<char> chars)
    {
        int to = 0;
        for (int at = 0; at < bytes.Length;)
        {
            int point = Next(bytes, ref at);
            if (point >= 0x10000)
            {
                chars[to++] = (char)(0xD800 + ((point - 0x10000) >> 10));
                chars[to++] = (char)(0xDC00 + ((point - 0x10000) & 0x3FF));
            }
            else
            {
                chars[to++] = (char)point;
            }
        }
        return to;
    }

    private static int SizeOf(int point) =>
        point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;

    private static int Next(ReadOnlySpan<char> chars, ref int at)
    {
        char c = chars[at++];
        if (!char.IsSurrogate(c))
            return c;
        bool isPair = char.IsHighSurrogate(c) && at < chars.Length
            && char.IsLowSurrogate(chars[at]);
        return isPair ? char.ConvertToUtf32(c, chars[at++]) : Replacement;
    }

    private static void Write(int point, int size, Span<byte> bytes)
    {
        if (size == 1)
        {
            bytes[0] = (byte)point;
            return;
        }
        for (int i = size - 1; i > 0; i--)
        {
            bytes[i] = (byte)(0x80 | (point & 0x3F));
            point >>= 6;
        }
        bytes[0] = (byte)((0xF00 >> size) | point);
    }

    private static int Next(ReadOnlySpan<byte> bytes, ref int at)
    {
        byte first = bytes[at++];
        if (first < 0x80)
            return first;
        int more = first is >= 0xC2 and <= 0xDF ? 1 : first is >= 0xE0 and <= 0xEF ? 2
            : first is >= 0xF0 and <= 0xF4 ? 3 : 0;
        if (more == 0)
            return Replacement;
        int point = first & (0x3F >> more);
        for (int i = 0; i < more; i++)
        {
            if (at >= bytes.Length || !Continues(bytes[at], first, i == 0))
                return Replacement;
            point = (point << 6) | (bytes[at++] & 0x3F);
        }
        return point;
    }

    // No second byte may make a surrogate, too large a number, or a longer form than needed.
    private static bool Continues(byte value, byte first, bool isSecond)
    {
        if (value is < 0x80 or > 0xBF)
            return false;
        return !isSecond || first switch
        {
            0xE0 => value >= 0xA0,
            0xED => value <= 0x9F,
            0xF0 => value >= 0x90,
            0xF4 => value <= 0x8F,
            _ => true,
        };
    }
}
