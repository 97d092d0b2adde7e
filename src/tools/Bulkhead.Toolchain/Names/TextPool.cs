// SPDX-License-Identifier: MIT
using System.Text;

namespace Bulkhead.Toolchain.Names;

/// <summary>The texts of a program's name tables, each once: ASCII with a zero behind, at even
/// distances from the first, which is empty.</summary>
internal sealed class TextPool
{
    private const int UnitBytes = 2;

    private readonly Dictionary<string, ushort> _places = new() { [""] = 0 };
    private readonly StringBuilder _source = new("        .balign 2\n        .asciz \"\", \"\"\n");
    private int _bytes = UnitBytes;

    /// <summary>Assembly source of the texts.</summary>
    internal string Source => _source.ToString();

    /// <summary>Bytes of all texts.</summary>
    internal int Bytes => _bytes;

    /// <summary>The place of a text, in units of two bytes.</summary>
    /// <param name="text">The text.</param>
    /// <returns>0, which is the empty text, when the pool is full.</returns>
    internal ushort Place(string text)
    {
        if (_places.TryGetValue(text, out ushort place)) return place;
        int at = _bytes / UnitBytes;
        if (at > ushort.MaxValue) return 0;
        _places.Add(text, place = (ushort)at);
        _source.Append("        .asciz \"");
        foreach (byte c in Encoding.ASCII.GetBytes(text))
            _source.Append(c is (byte)'"' or (byte)'\\' ? "\\" : "").Append((char)c);
        _source.Append("\"\n");
        _bytes += text.Length + 1;
        if (_bytes % UnitBytes == 0) return place;
        _source.Append("        .byte 0\n");
        _bytes++;
        return place;
    }
}
