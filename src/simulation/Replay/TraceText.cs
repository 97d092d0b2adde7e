// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text;
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Replay;

/// <summary>
/// Traces as text: a line each for version, seed, follower and boot tables, then a line for each
/// event: the event, <c>=</c> and the registers after it (sp, then x0 to the last that is not
/// zero), and, where it is known, <c>#</c> and the canonical hash of the kernel's state.
/// <code>
/// Hypercall SemaphoreUp 24 = 10181000 0 24 # 7f0a11c05c3e9d21
/// </code>
/// </summary>
public static class TraceText
{
    private const string Version = "bulkhead-trace 1";
    private const string SeedWord = "seed ";
    private const string FollowerWord = "follower ";
    private const string TablesWord = "tables ";
    private const int HeadLines = 4;

    /// <summary>Writes a trace.</summary>
    /// <param name="trace">The trace.</param>
    /// <returns>Its text.</returns>
    public static string Format(ReplayTrace trace)
    {
        StringBuilder text = new();
        text.AppendLine(Version);
        text.Append(SeedWord).AppendLine(trace.Seed.ToString(CultureInfo.InvariantCulture));
        text.Append(FollowerWord).AppendLine(
            string.Join(' ', trace.Follower.ToWords().Select(Hex)));
        text.Append(TablesWord).AppendLine(Convert.ToBase64String(trace.Tables.Bytes));
        foreach (ReplayStep step in trace.Steps) text.AppendLine(Format(step));
        return text.ToString();
    }

    /// <summary>Reads a trace.</summary>
    /// <param name="text">Text as <see cref="Format(ReplayTrace)"/> writes it.</param>
    /// <returns>The trace.</returns>
    /// <exception cref="FormatException">It is no trace; the message names the line.</exception>
    public static ReplayTrace Parse(string text)
    {
        string[] lines = text.Split('\n', StringSplitOptions.TrimEntries
            | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length <= HeadLines || lines[0] != Version)
        {
            throw new FormatException($"no trace: it does not begin with `{Version}`");
        }
        ulong[] place = [.. After(lines[2], FollowerWord).Split(' ').Select(Word)];
        return new ReplayTrace(
            BootTables.Read(Convert.FromBase64String(After(lines[3], TablesWord))),
            new FollowerPlace(place),
            ulong.Parse(After(lines[1], SeedWord), CultureInfo.InvariantCulture),
            [.. lines.Skip(HeadLines).Select(ParseStep)]);
    }

    private static string Format(ReplayStep step)
    {
        int count = Outcome.StackPointer;
        while (count > 0 && step.Outcome[count - 1] == 0) count--;
        StringBuilder text = new(step.Event.ToString());
        text.Append(" = ").Append(Hex(step.Outcome[Outcome.StackPointer]));
        for (int index = 0; index < count; index++)
        {
            text.Append(' ').Append(Hex(step.Outcome[index]));
        }
        if (step.Hash is ulong hash) text.Append(" # ").Append(Hex(hash));
        return text.ToString();
    }

    private static ReplayStep ParseStep(string line, int index)
    {
        string[] parts = line.Split(" = ");
        string[] after = parts.Length == 2 ? parts[1].Split(" # ") : [];
        string[] words = after.Length is 1 or 2 ? after[0].Split(' ') : [];
        if (words.Length is 0 or > Outcome.Count)
        {
            throw new FormatException($"event {index}: no event with its outcome: '{line}'");
        }
        Outcome outcome = default;
        outcome[Outcome.StackPointer] = Word(words[0]);
        for (int word = 1; word < words.Length; word++) outcome[word - 1] = Word(words[word]);
        return new ReplayStep(
            EventText.Parse(parts[0]), outcome, after.Length == 2 ? Word(after[1]) : null);
    }

    private static string After(string line, string word) =>
        line.StartsWith(word, StringComparison.Ordinal) ? line[word.Length..]
            : throw new FormatException($"'{line}' should begin with `{word}`");

    private static string Hex(ulong value) => value.ToString("x", CultureInfo.InvariantCulture);

    private static ulong Word(string text) =>
        ulong.TryParse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out ulong word)
            ? word : throw new FormatException($"'{text}' is no hexadecimal word");
}
