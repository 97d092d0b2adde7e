// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using System.Text;
using Bulkhead.Abi;

namespace Bulkhead.Host.Simulated;

/// <summary>Stands in for the console: keeps lines, and hands out what the test typed.</summary>
/// <param name="clock">The clock.</param>
internal sealed class ConsoleServer(VirtualClock clock)
{
    private const int InputBytesMax = (Limits.InlineWords - 1) * sizeof(ulong);

    private readonly StringBuilder _line = new();
    private readonly Queue<byte> _input = [];

    /// <summary>The lines so far.</summary>
    public List<LogLine> Lines { get; } = [];

    /// <summary>What was sent of a line that has not ended.</summary>
    public string OpenLine => _line.ToString();

    /// <summary>Whether what is written is dropped.</summary>
    public bool IsMuted { get; set; }

    /// <summary>Types.</summary>
    /// <param name="text">The text.</param>
    public void Type(string text)
    {
        foreach (byte value in Encoding.UTF8.GetBytes(text)) _input.Enqueue(value);
    }

    /// <summary>Serves a call (<see cref="ConsoleProtocol"/>).</summary>
    /// <param name="message">The message.</param>
    public void Serve(PortalMessage message)
    {
        switch ((ConsoleProtocol)message.Label)
        {
            case ConsoleProtocol.Write or ConsoleProtocol.WriteSome:
                ulong bytes = message.Words[0];
                if (!IsMuted) Take(message.Text);
                message.Reply(bytes);
                break;
            case ConsoleProtocol.Read:
                Read(message);
                break;
            default:
                message.Reply();
                break;
        }
    }

    private void Take(string text)
    {
        foreach (char letter in text)
        {
            if (letter != '\n')
            {
                _line.Append(letter);
                continue;
            }

            Lines.Add(new LogLine(clock.TimeAt(clock.Ticks), _line.ToString()));
            _line.Clear();
        }
    }

    private void Read(PortalMessage message)
    {
        int count = Math.Min(_input.Count, InputBytesMax);
        message.Reply((ulong)count);
        Span<byte> bytes = MemoryMarshal.AsBytes(message.Words[1..]);
        for (int index = 0; index < count; index++) bytes[index] = _input.Dequeue();
    }
}
