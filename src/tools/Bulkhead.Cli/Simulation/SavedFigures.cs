// SPDX-License-Identifier: MIT
using System.Text.Json;
using Bulkhead.Simulation.Campaigns;
using Bulkhead.Simulation.Coverage;

namespace Bulkhead.Cli.Simulation;

/// <summary>The figures of a campaign as they are kept in a file.</summary>
internal sealed record SavedFigures
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>Version of the sources.</summary>
    public string Commit { get; init; } = "";

    /// <summary>Mode and depth.</summary>
    public string Settings { get; init; } = "";

    /// <summary>Events that were applied and checked.</summary>
    public ulong Events { get; init; }

    /// <summary>Seeds that are done.</summary>
    public ulong Seeds { get; init; }

    /// <summary>Seeds that were run twice and did the same.</summary>
    public ulong Repeated { get; init; }

    /// <summary>Where to go on.</summary>
    public ulong NextSeed { get; init; }

    /// <summary>Seconds of work.</summary>
    public double Seconds { get; init; }

    /// <summary>Events a second, over all of it.</summary>
    public double EventsPerSecond { get; init; }

    /// <summary>What failed: seed and message.</summary>
    public IReadOnlyList<string> Violations { get; init; } = [];

    /// <summary>How often each mark was met.</summary>
    public IReadOnlyDictionary<string, ulong> Marks { get; init; } =
        new Dictionary<string, ulong>();

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">It is no such file.</exception>
    internal static SavedFigures Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<SavedFigures>(File.ReadAllText(path), s_options)
                ?? throw new FormatException($"{path}: empty");
        }
        catch (JsonException exception)
        {
            throw new FormatException($"{path}: {exception.Message}", exception);
        }
    }

    /// <summary>Fails unless figures of a version and a mode can be added to these.</summary>
    /// <param name="path">The file that these come from.</param>
    /// <param name="commit">Version of the sources.</param>
    /// <param name="settings">Mode and depth.</param>
    /// <exception cref="FormatException">They are another version's, or another mode's.</exception>
    internal void MustFit(string path, string commit, string settings)
    {
        if (Commit != commit || Settings != settings)
        {
            throw new FormatException(
                $"{path}: holds figures of version {Commit} ({Settings}), to which those of "
                + $"version {commit} ({settings}) cannot be added; name another file, or leave "
                + "out --resume to begin anew");
        }
    }

    /// <summary>Figures of a campaign on top of earlier ones.</summary>
    internal static SavedFigures Of(
        CampaignSummary summary, SavedFigures? earlier, string commit, string settings)
    {
        CoverageMarks marks = new();
        marks.Add(summary.Marks);
        foreach (var (name, count) in earlier?.Marks ?? new Dictionary<string, ulong>())
        {
            marks.Add(name, count);
        }
        double seconds = summary.Duration.TotalSeconds + (earlier?.Seconds ?? 0);
        ulong events = summary.EventCount + (earlier?.Events ?? 0);
        return new SavedFigures
        {
            Commit = commit,
            Settings = settings,
            Events = events,
            Seeds = summary.SeedCount + (earlier?.Seeds ?? 0),
            Repeated = summary.RepeatedCount + (earlier?.Repeated ?? 0),
            NextSeed = summary.NextSeed,
            Seconds = Math.Round(seconds, 1),
            EventsPerSecond = seconds > 0 ? Math.Round(events / seconds) : 0,
            Violations =
            [
                .. earlier?.Violations ?? [],
                .. summary.Failures.Select(failure => $"seed {failure.Seed}: {failure.Message}"),
            ],
            Marks = ToDictionary(marks),
        };
    }

    /// <summary>Writes a file; a reader never sees half of it.</summary>
    internal void Write(string path)
    {
        string fresh = path + ".new";
        File.WriteAllText(fresh, JsonSerializer.Serialize(this, s_options) + "\n");
        File.Move(fresh, path, overwrite: true);
    }

    private static Dictionary<string, ulong> ToDictionary(CoverageMarks marks)
    {
        Dictionary<string, ulong> result = [];
        for (int place = 0; place < CoverageMarks.Names.Count; place++)
        {
            string name = CoverageMarks.Names[place];
            if (name.Length != 0) result[name] = marks.Counts[place];
        }
        return result;
    }
}
