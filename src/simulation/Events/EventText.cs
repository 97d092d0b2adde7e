// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text;

namespace Bulkhead.Simulation.Events;

/// <summary>
/// Events as lines of text, to be kept, sent and edited: kind, CPU when it is not 0
/// (<c>@1</c>), detail, then the words in hexadecimal up to the last that is not zero, as in
/// <c>Hypercall Delegate 10 0 11 f0</c>.
/// </summary>
public static class EventText
{
    /// <summary>Writes an event.</summary>
    /// <param name="value">The event.</param>
    /// <returns>Its line.</returns>
    public static string Format(in SimulationEvent value)
    {
        StringBuilder text = new(value.Kind.ToString());
        if (value.Cpu != 0) text.Append('@').Append(value.Cpu);
        text.Append(' ').Append(FormatDetail(in value));
        int count = EventWords.Count;
        while (count > 0 && value.Words[count - 1] == 0) count--;
        for (int index = 0; index < count; index++)
        {
            text.Append(' ').Append(value.Words[index].ToString("x", CultureInfo.InvariantCulture));
        }
        return text.ToString();
    }

    /// <summary>Reads an event.</summary>
    /// <param name="line">A line as <see cref="Format"/> writes it.</param>
    /// <returns>The event.</returns>
    /// <exception cref="FormatException">The line is no event; the message says why.</exception>
    public static SimulationEvent Parse(string line)
    {
        string[] parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || parts.Length > EventWords.Count + 2)
        {
            throw new FormatException($"not an event: '{line}'; expected kind, detail, words");
        }
        string[] head = parts[0].Split('@');
        if (head.Length > 2 || !Enum.TryParse(head[0], out EventKind kind)
            || !Enum.IsDefined(kind))
        {
            throw new FormatException($"unknown kind of event '{parts[0]}' in '{line}'");
        }
        SimulationEvent value = new(kind, ParseDetail(kind, parts[1], line));
        if (head.Length == 2) value.Cpu = ParseCpu(head[1], line);
        for (int index = 2; index < parts.Length; index++)
        {
            value.Words[index - 2] = ParseWord(parts[index], line);
        }
        return value;
    }

    private static string FormatDetail(in SimulationEvent value) => value.Kind switch
    {
        EventKind.Hypercall or EventKind.TimedHypercall when Enum.IsDefined((Hypercall)value.Detail)
            && value.Detail <= ushort.MaxValue => ((Hypercall)value.Detail).ToString(),
        EventKind.GuestExit when Enum.IsDefined((ExitKind)value.Detail) =>
            ((ExitKind)value.Detail).ToString(),
        _ => value.Detail.ToString(CultureInfo.InvariantCulture),
    };

    private static uint ParseDetail(EventKind kind, string text, string line)
    {
        if (uint.TryParse(text, CultureInfo.InvariantCulture, out uint number)) return number;
        bool isCall = kind is EventKind.Hypercall or EventKind.TimedHypercall;
        if (isCall && Enum.TryParse(text, out Hypercall call))
        {
            return (uint)call;
        }
        if (kind == EventKind.GuestExit && Enum.TryParse(text, out ExitKind exit))
        {
            return (uint)exit;
        }
        throw new FormatException($"unknown detail '{text}' in '{line}'");
    }

    private static byte ParseCpu(string text, string line) =>
        byte.TryParse(text, CultureInfo.InvariantCulture, out byte cpu) && cpu < Limits.CpusMax
            ? cpu
            : throw new FormatException($"no such CPU '{text}' in '{line}'");

    private static ulong ParseWord(string text, string line) =>
        ulong.TryParse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out ulong word)
            ? word
            : throw new FormatException($"'{text}' is no hexadecimal word in '{line}'");
}
