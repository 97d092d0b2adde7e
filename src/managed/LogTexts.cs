// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.Native;

/// <summary>What programs with a heap can write to the <see cref="Log"/>, too.</summary>
public static class LogTexts
{
    private const int Replacement = 0xFFFD;

    extension(Log)
    {
        /// <summary>Appends text to the line, as UTF-8. Nothing is allocated.</summary>
        /// <param name="text">The text.</param>
        public static void Write(string text)
        {
            Span<byte> room = stackalloc byte[4];
            for (int index = 0; index < text.Length; index++)
            {
                int length = 1;
                room[0] = (byte)text[index];
                if (text[index] >= 0x80) length = Encode(text, ref index, room);
                Log.Write(room.Slice(0, length));
            }
        }

        /// <summary>Writes a whole line and sends it.</summary>
        /// <param name="text">The text without its line end.</param>
        public static void WriteLine(string text)
        {
            Write(text);
            Log.EndLine();
        }
    }

    // Of what is half of a character the index stays.
    private static int Encode(string text, ref int index, Span<byte> room)
    {
        int point = text[index];
        if (char.IsSurrogate(text[index]))
        {
            bool isPair = char.IsHighSurrogate(text[index]) && index + 1 < text.Length
                && char.IsLowSurrogate(text[index + 1]);
            point = isPair ? char.ConvertToUtf32(text[index], text[++index]) : Replacement;
        }
        int length = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
        for (int place = length - 1; place > 0; place--, point >>= 6)
            room[place] = (byte)(0x80 | (point & 0x3F));
        room[0] = (byte)((0xF00 >> length) | point);
        return length;
    }
}
