// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite;

/// <summary>
/// Records of a native partition, sent through the console server. The console drops what exceeds a
/// partition's share of its queue and says so: the rest is sent again.
/// </summary>
public struct RecordWriter
{
    private const ulong PauseNanoseconds = 1_000_000;
    private const int AttemptsMax = 5_000;

    private uint _count;

    /// <summary>A test whose result is a truth.</summary>
    /// <param name="suite">Name of the suite.</param>
    /// <param name="name">Name of the test.</param>
    /// <param name="isPassed">The result.</param>
    public void That(ReadOnlySpan<byte> suite, ReadOnlySpan<byte> name, bool isPassed) =>
        Equal(suite, name, 1, isPassed ? 1u : 0);

    /// <summary>A test that compares.</summary>
    /// <param name="suite">Name of the suite.</param>
    /// <param name="name">Name of the test.</param>
    /// <param name="expected">What is right.</param>
    /// <param name="actual">What came.</param>
    public void Equal(
        ReadOnlySpan<byte> suite, ReadOnlySpan<byte> name, ulong expected, ulong actual)
    {
        var line = default(TextBuffer);
        RecordLine.Compare(ref line, suite, name, expected, actual);
        _count++;
        Send(line.Text);
    }

    /// <summary>A test of many things, of which none may be wrong.</summary>
    /// <param name="suite">Name of the suite.</param>
    /// <param name="name">Name of the test.</param>
    /// <param name="tally">What was found.</param>
    public void None(ReadOnlySpan<byte> suite, ReadOnlySpan<byte> name, in Tally tally)
    {
        var line = default(TextBuffer);
        RecordLine.Count(ref line, suite, name, in tally);
        _count++;
        Send(line.Text);
    }

    /// <summary>Something that is no test.</summary>
    /// <param name="text">What is counted.</param>
    /// <param name="value">How much.</param>
    public readonly void Note(ReadOnlySpan<byte> text, ulong value)
    {
        var line = default(TextBuffer);
        RecordLine.Note(ref line, text, value);
        Send(line.Text);
    }

    /// <summary>Ends the records.</summary>
    public readonly void Finish()
    {
        var line = default(TextBuffer);
        RecordLine.Finish(ref line, _count);
        Send(line.Text);
    }

    /// <summary>Sends a record that the program has put together itself.</summary>
    /// <param name="line">The line with its end.</param>
    public static void SendLine(ReadOnlySpan<byte> line) => Send(line);

    /// <summary>Ends records that were sent as lines.</summary>
    /// <param name="count">Tests that were sent.</param>
    public static void SendEnd(uint count)
    {
        var line = default(TextBuffer);
        RecordLine.Finish(ref line, count);
        Send(line.Text);
    }

    private static void Send(ReadOnlySpan<byte> text)
    {
        for (int attempt = 0; attempt < AttemptsMax && !text.IsEmpty; attempt++)
        {
            var message = new Message((uint)ConsoleProtocol.Write);
            int length = Math.Min(text.Length, Message.BytesMax);
            message.Words[0] = (uint)length;
            text.Slice(0, length).CopyTo(message.Bytes);
            if (!Portal.Console.Call(ref message).IsSuccess) return;
            int taken = (int)Math.Min(message.Words[0], (uint)length);
            text = text.Slice(taken);
            if (taken == length) continue;
            Semaphore.Wakeup.DownUntil(Clock.Now + Clock.TicksOf(PauseNanoseconds));
        }
    }
}
