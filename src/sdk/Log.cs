// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.Native;

/// <summary>
/// The partition's log: lines to the console server. The main and the server thread each have a
/// line of their own.
/// </summary>
public static class Log
{
    private static ConsoleWriter s_main;
    private static ConsoleWriter s_server;

    private static ref ConsoleWriter Line
    {
        get
        {
            if (Native.IsMainThread()) return ref s_main;
            return ref s_server;
        }
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
