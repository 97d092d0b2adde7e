// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;
using Bulkhead.Abi;

namespace Bulkhead.Native;

/// <summary>
/// The partition's log: lines to the console server. Each thread has a line of its own.
/// </summary>
public static class Log
{
    private static LineTable s_lines;

    private static uint s_start;

    private static ref ConsoleWriter Line
    {
        get
        {
            // After a warm start there may be the half of a line. Nobody has server threads then.
            bool isWarm = Partition.StartMode == StartMode.WarmStart;
            if (isWarm && s_start != Partition.StartCount)
            {
                s_start = Partition.StartCount;
                s_lines = default;
            }
            return ref Native.LineOf(ref s_lines[0]);
        }
    }

    [InlineArray(NativeLayout.ThreadsMax)]
    private struct LineTable
    {
        private ConsoleWriter _element;
    }

    /// <summary>Appends text to the line.</summary>
    /// <param name="utf8">UTF-8 text.</param>
    public static void Write(ReadOnlySpan<byte> utf8) => Line.Write(utf8);

    /// <summary>Appends a number in decimal.</summary>
    /// <param name="value">The number.</param>
    public static void WriteDecimal(ulong value) => Line.WriteDecimal(value);

    /// <summary>Appends a number in hexadecimal, as <c>0x1f</c>.</summary>
    /// <param name="value">The number.</param>
    public static void WriteHex(ulong value) => Line.WriteHex(value);

    /// <summary>Ends the line and sends it.</summary>
    public static void EndLine() => Line.EndLine();

    /// <summary>Writes a whole line and sends it.</summary>
    /// <param name="utf8">UTF-8 text without its line end.</param>
    public static void WriteLine(ReadOnlySpan<byte> utf8)
    {
        Line.Write(utf8);
        Line.EndLine();
    }
}
