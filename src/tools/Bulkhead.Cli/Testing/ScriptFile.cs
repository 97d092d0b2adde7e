// SPDX-License-Identifier: MIT
using System.Globalization;
using Bulkhead.Cli.Qemu;
using Bulkhead.Cli.Scripting;

namespace Bulkhead.Cli.Testing;

/// <summary>
/// A console script as a file: a word and its text in each line, <c>#</c> for comments.
/// <list type="table">
/// <item><term>system PATH</term><description>The description.</description></item>
/// <item><term>timeout SECONDS</term><description>Time for everything.</description></item>
/// <item><term>partition NAME</term><description>Whose lines the steps see.</description></item>
/// <item><term>cpu MODEL…</term><description>Processors; a run for each.</description></item>
/// <item><term>icount</term><description>Count instructions as time.</description></item>
/// <item><term>firmware u-boot</term><description>Boot through U-Boot.</description></item>
/// <item><term>firmware FILE.S</term><description>Boot through firmware of the tree, which finds
/// the file where U-Boot would.</description></item>
/// <item><term>qemu ARGUMENTS</term><description>More for QEMU.</description></item>
/// <item><term>damage …</term><description>See <see cref="ImageDamage"/>.</description></item>
/// <item><term>mutate COUNT SEED</term><description>A run for each of so many random damages.
/// </description></item>
/// <item><term>replay COUNT SEED</term><description>Traces that the simulation and the target both
/// replay, a test for each, and some that the target records.</description></item>
/// <item><term>records PARTITION…</term><description>Whose records must end.</description></item>
/// <item><term>seen NAME PATTERN</term><description>A line that must show.</description></item>
/// <item><term>show NAME PATTERN</term><description>The same, and the user sees
/// it.</description></item>
/// <item><term>never NAME PATTERN</term><description>A line that may not.</description></item>
/// <item><term>ends</term><description>The machine must power off at last.</description></item>
/// <item><term>send TEXT, expect PATTERN</term><description>The steps.</description></item>
/// </list>
/// </summary>
public sealed record ScriptFile
{
    private const int DefaultTimeoutSeconds = 120;

    /// <summary>Path of the description, from the root of the tree.</summary>
    public string System { get; private init; } = "systems/first.yaml";

    /// <summary>Time for everything.</summary>
    public TimeSpan Timeout { get; private init; } = TimeSpan.FromSeconds(DefaultTimeoutSeconds);

    /// <summary>Partition whose lines the steps look at, or null.</summary>
    public string? Partition { get; private init; }

    /// <summary>Processor models; the script runs once on each.</summary>
    public IReadOnlyList<string> Cpus { get; private init; } = [QemuOptions.DefaultCpu];

    /// <summary>Whether instructions count as time.</summary>
    public bool CountsInstructions { get; private init; }

    /// <summary><c>u-boot</c>, or the source of firmware, that starts the system instead of QEMU;
    /// null for none.</summary>
    public string? Firmware { get; private init; }

    /// <summary><see cref="Firmware"/> that is U-Boot.</summary>
    public const string UBoot = "u-boot";

    /// <summary>Further arguments for QEMU.</summary>
    public IReadOnlyList<string> QemuArguments { get; private init; } = [];

    /// <summary>What is done to the bootable file before it runs.</summary>
    public ImageDamage Damage { get; private init; } = ImageDamage.None;

    /// <summary>Random damages, a run for each; null for none.</summary>
    public ImageMutations? Mutations { get; private init; }

    /// <summary>Traces to replay in both worlds; null for none.</summary>
    public ReplayTests? Replays { get; private init; }

    /// <summary>Partitions whose records must end.</summary>
    public IReadOnlyList<string> Records { get; private init; } = [];

    /// <summary>Lines to look out for.</summary>
    public IReadOnlyList<Sighting> Sightings { get; private init; } = [Sighting.Panic];

    /// <summary>Whether the machine must power off at last.</summary>
    public bool Ends { get; private init; }

    /// <summary>The steps.</summary>
    public IReadOnlyList<ScriptStep> Steps { get; private init; } = [];

    private bool HasGoal => Ends || Replays is not null || Steps.Count > 0 || Records.Count > 0
        || Sightings.Any(sighting => sighting.IsWanted);

    /// <summary>Reads a script.</summary>
    /// <param name="text">Its text.</param>
    /// <returns>The script.</returns>
    /// <exception cref="FormatException">A line is wrong; the message names it.</exception>
    public static ScriptFile Parse(string text)
    {
        ScriptFile script = new();
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd('\r');
            if (line.Trim().Length == 0 || line.StartsWith('#'))
            {
                continue;
            }

            try
            {
                script = script.With(line);
            }
            catch (FormatException e)
            {
                throw new FormatException($"line {i + 1}: {e.Message}", e);
            }
        }

        return script.HasGoal ? script
            : throw new FormatException("the script expects nothing");
    }

    private ScriptFile With(string line)
    {
        int blank = line.IndexOf(' ', StringComparison.Ordinal);
        string word = blank < 0 ? line : line[..blank];
        string rest = blank < 0 ? "" : line[(blank + 1)..];
        return word switch
        {
            "system" => this with { System = rest.Trim() },
            "timeout" => this with
            {
                Timeout = TimeSpan.FromSeconds(
                    int.Parse(rest, NumberStyles.Integer, CultureInfo.InvariantCulture)),
            },
            "partition" => this with { Partition = rest.Trim() },
            "cpu" => this with { Cpus = Words(rest) },
            "icount" => this with { CountsInstructions = true },
            "firmware" when rest.Trim() == UBoot || rest.TrimEnd().EndsWith(".S") =>
                this with { Firmware = rest.Trim() },
            "qemu" => this with { QemuArguments = Qemu.QemuArguments.Split(rest) },
            "damage" => this with { Damage = ImageDamage.Parse(rest.Trim()) },
            "mutate" => this with { Mutations = ImageMutations.Parse(rest) },
            "replay" => this with { Replays = ReplayTests.Parse(rest) },
            "records" => this with { Records = Words(rest) },
            "seen" => this with { Sightings = [.. Sightings, Sighting.Parse(rest, true)] },
            "show" => this with
            {
                Sightings = [.. Sightings, Sighting.Parse(rest, true) with { IsShown = true }],
            },
            "never" => this with { Sightings = [.. Sightings, Sighting.Parse(rest, false)] },
            "ends" => this with { Ends = true },
            "send" => this with { Steps = [.. Steps, SendStep.Parse(rest)] },
            "expect" => this with { Steps = [.. Steps, ExpectStep.Parse(rest)] },
            _ => throw new FormatException($"`{word}` is not a word of scripts"),
        };
    }

    private static string[] Words(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
