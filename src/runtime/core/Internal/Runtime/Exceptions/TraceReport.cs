// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Text;

namespace Internal.Runtime.Exceptions;

/// <summary>The report of an exception that nobody catches, line by line to the partition's log.
/// </summary>
/// <remarks>It allocates nothing but what the exception's own message does: memory may be what is
/// missing.</remarks>
internal static unsafe class TraceReport
{
    private const int LineMax = 240;
    private const int InnerMax = 4;

    /// <summary>Tells the health monitor; a line of its own says the same as the report, and in
    /// which thread.</summary>
    internal static void Notify(Exception exception)
    {
        TextBuilder text = new(stackalloc char[LineMax]);
        NotifiedWords words = default;
        words.Thread = ThreadRecord.Current->Number - 1;
        AppendType(ref text, exception);
        words.TypeEnd = text.Length;
        words.Place = exception.TraceCount == 0 ? 0 : exception.TraceAt(0);
        ProgramTables.TryPlace(words.Place, out ProgramTables.Place place);
        if (!place.Method.IsEmpty)
            TraceText.AppendMethod(ref text, in place);
        words.MethodEnd = text.Length;
        TraceText.AppendAscii(ref text, place.File);
        words.Line = place.Line;
        words.FileEnd = text.Length;
        AppendMessage(ref text, exception);
        words.TextEnd = text.Length;
        Span<byte> line = stackalloc byte[LineMax];
        int length = ToAscii(ref text, line);
        fixed (byte* start = line)
            Notify(start, length, &words);
    }

    internal static void Write(Exception exception)
    {
        Exception? at = exception;
        for (int depth = 0; at is not null && depth < InnerMax; depth++)
        {
            Head(at, depth == 0 ? "unhandled exception: " : " ---> ");
            Frames(at);
            at = at.InnerException;
        }
    }

    /// <summary>Writes one line.</summary>
    internal static void WriteLine(string line)
    {
        TextBuilder text = new(stackalloc char[LineMax]);
        text.Append(line);
        Send(ref text);
    }

    private static void Head(Exception exception, string prefix)
    {
        TextBuilder text = new(stackalloc char[LineMax]);
        text.Append(prefix);
        if (!AppendType(ref text, exception))
            text.Append("exception");
        text.Append(": ");
        AppendMessage(ref text, exception);
        Send(ref text);
    }

    private static bool AppendType(ref TextBuilder text, Exception exception)
    {
        bool isKnown = ProgramTables.TryName(
            exception.Table, out ProgramTables.QualifiedName name);
        if (isKnown)
            TraceText.AppendName(ref text, in name);
        return isKnown;
    }

    // As much as there is room for: memory may be what is missing.
    private static void AppendMessage(ref TextBuilder text, Exception exception)
    {
        string message = MessageOf(exception);
        for (int i = 0; i < message.Length && text.Length < LineMax; i++)
            text.Append(message[i]);
    }

    // A message that cannot be made must not hide the exception.
    private static string MessageOf(Exception exception)
    {
        try
        {
            return exception.Message;
        }
        catch
        {
            return "(no message)";
        }
    }

    private static void Frames(Exception exception)
    {
        for (int index = 0; index < exception.TraceCount; index++)
            Frame(exception.TraceAt(index));
    }

    private static void Frame(nuint address)
    {
        TextBuilder text = new(stackalloc char[LineMax]);
        TraceText.Frame(ref text, address);
        Send(ref text);
    }

    private static void Send(ref TextBuilder text)
    {
        Span<byte> line = stackalloc byte[LineMax];
        int length = ToAscii(ref text, line);
        fixed (byte* start = line)
            WriteLine(start, length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ToAscii(ref TextBuilder text, scoped Span<byte> line)
    {
        ReadOnlySpan<char> chars = text.Text;
        int length = Math.Min(chars.Length, LineMax);
        for (int i = 0; i < length; i++)
            line[i] = chars[i] is >= ' ' and < (char)127 ? (byte)chars[i] : (byte)'?';
        return length;
    }

    [RuntimeImport("bulkhead_notify_unhandled")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void Notify(byte* text, nint length, NotifiedWords* words);

    [RuntimeImport("bulkhead_write_line")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void WriteLine(byte* line, nint length);
}
