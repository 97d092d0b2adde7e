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
    private const int PageChars = 2048;

    /// <summary>Tells the health monitor, with the texts in the thread's message page: the thread
    /// ends, and nobody needs what was there.</summary>
    internal static void Notify(Exception exception)
    {
        ThreadRecord* thread = ThreadRecord.Current;
        TextBuilder text = new(new Span<char>((void*)thread->Utcb, PageChars));
        NotifiedWords words = default;
        words.Thread = thread->Number - 1;
        AppendType(ref text, exception);
        words.TypeEnd = text.Length;
        words.Place = exception.TraceCount == 0 ? 0 : exception.TraceAt(0);
        if (ProgramTables.TryPlace(words.Place, out ProgramTables.Place place))
            TraceText.AppendMethod(ref text, in place);
        words.MethodEnd = text.Length;
        TraceText.AppendAscii(ref text, place.File);
        words.Line = place.Line;
        words.FileEnd = text.Length;
        AppendMessage(ref text, exception);
        words.TextEnd = text.Length;
        Notify(&words);
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
        AppendType(ref text, exception);
        text.Append(": ");
        AppendMessage(ref text, exception);
        Send(ref text);
    }

    private static void AppendType(ref TextBuilder text, Exception exception)
    {
        if (ProgramTables.TryName(exception.Table, out ProgramTables.QualifiedName name))
            TraceText.AppendName(ref text, in name);
        else
            text.Append("exception");
    }

    // As much as there is room for: memory may be what is missing.
    private static void AppendMessage(ref TextBuilder text, Exception exception)
    {
        foreach (char c in MessageOf(exception).AsSpan())
        {
            if (text.Length >= LineMax)
                return;
            text.Append(c);
        }
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
        ReadOnlySpan<char> chars = text.Text;
        int length = Math.Min(chars.Length, LineMax);
        for (int i = 0; i < length; i++)
            line[i] = chars[i] is >= ' ' and < (char)127 ? (byte)chars[i] : (byte)'?';
        fixed (byte* start = line)
            WriteLine(start, length);
    }

    [RuntimeImport("bulkhead_notify_unhandled")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void Notify(NotifiedWords* words);

    [RuntimeImport("bulkhead_write_line")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void WriteLine(byte* line, nint length);
}
