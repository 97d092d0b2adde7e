// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text;

namespace Bulkhead.Simulation.Campaigns;

/// <summary>A failure as a text file: a header of named lines, then an event a line.</summary>
public static class FailureFile
{
    private const string FirstLine = "# Bulkhead simulation 1";
    private const string EventsLine = "events";

    /// <summary>Whether a text is meant to be a failure.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Whether it begins as one.</returns>
    public static bool IsFailure(string text) =>
        text.StartsWith(FirstLine, StringComparison.Ordinal);

    /// <summary>Writes a failure.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="commit">The version of the sources that it was found with.</param>
    /// <returns>The file's text.</returns>
    public static string Format(Failure failure, string commit)
    {
        StringBuilder text = new();
        text.Append(FirstLine).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"seed {failure.Seed}\n");
        text.Append(CultureInfo.InvariantCulture, $"commit {commit}\n");
        text.Append(CultureInfo.InvariantCulture, $"mode {failure.Mode}\n");
        text.Append(CultureInfo.InvariantCulture, $"oracle {failure.WantsOracle}\n");
        text.Append(CultureInfo.InvariantCulture, $"system {failure.Shape}\n");
        text.Append(CultureInfo.InvariantCulture, $"kind {failure.Kind}\n");
        string message = failure.Message.ReplaceLineEndings(" ");
        text.Append(CultureInfo.InvariantCulture, $"message {message}\n");
        text.Append(EventsLine).Append('\n');
        foreach (SimulationEvent value in failure.Events)
        {
            text.Append(EventText.Format(in value)).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>Reads a failure.</summary>
    /// <param name="text">A file's text; empty lines and those that begin with # are
    /// ignored.</param>
    /// <returns>The failure.</returns>
    /// <exception cref="FormatException">The text is no such file; the message says
    /// why, and in which line.</exception>
    public static Failure Parse(string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        if (lines[0] != FirstLine)
        {
            throw new FormatException($"line 1: expected '{FirstLine}'");
        }
        Dictionary<string, string> fields = [];
        int at = 1;
        for (; at < lines.Length && lines[at] != EventsLine; at++)
        {
            if (lines[at].Length == 0 || lines[at][0] == '#') continue;
            string[] pair = lines[at].Split(' ', 2);
            if (pair.Length != 2 || !fields.TryAdd(pair[0], pair[1]))
            {
                throw new FormatException($"line {at + 1}: '{lines[at]}' is no field");
            }
        }
        if (at == lines.Length)
        {
            throw new FormatException($"the line '{EventsLine}' is missing");
        }
        return new Failure(
            ParseField(fields, "system", SystemShape.Parse), ParseEvents(lines, at + 1),
            fields.GetValueOrDefault("kind", ""), fields.GetValueOrDefault("message", ""),
            ParseField(fields, "mode", Enum.Parse<SimulationMode>))
        {
            Seed = ParseField(fields, "seed", field =>
                ulong.Parse(field, CultureInfo.InvariantCulture)),
            WantsOracle = fields.ContainsKey("oracle") && ParseField(fields, "oracle", bool.Parse),
        };
    }

    private static List<SimulationEvent> ParseEvents(string[] lines, int first)
    {
        List<SimulationEvent> events = [];
        for (int at = first; at < lines.Length; at++)
        {
            if (lines[at].Length == 0 || lines[at][0] == '#') continue;
            try
            {
                events.Add(EventText.Parse(lines[at]));
            }
            catch (FormatException exception)
            {
                throw new FormatException($"line {at + 1}: {exception.Message}", exception);
            }
        }
        return events;
    }

    private static T ParseField<T>(
        Dictionary<string, string> fields, string name, Func<string, T> parse)
    {
        if (!fields.TryGetValue(name, out string? text))
        {
            throw new FormatException($"the field '{name}' is missing");
        }
        try
        {
            return parse(text);
        }
        catch (Exception exception)
            when (exception is ArgumentException or FormatException or OverflowException)
        {
            throw new FormatException($"field '{name}': {exception.Message}", exception);
        }
    }
}
