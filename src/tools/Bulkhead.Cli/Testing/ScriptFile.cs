// SPDX-License-Identifier: MIT
using System.Globalization;
using Bulkhead.Cli.Qemu;
using Bulkhead.Cli.Scripting;

namespace Bulkhead.Cli.Testing;

/// <summary>
/// A console script as a file: a word and its text in each line, <c>#</c> for comments. Words:
/// <c>system</c> (path of the description), <c>timeout</c> (seconds), <c>partition</c>,
/// <c>cpu</c>, <c>qemu</c> (further arguments), <c>damage</c>, <c>send</c>, <c>expect</c>.
/// </summary>
/// <param name="System">Path of the description, from the root of the tree.</param>
/// <param name="Timeout">Time for all steps.</param>
/// <param name="Partition">Partition whose lines are looked at, or null.</param>
/// <param name="Cpu">Processor model.</param>
/// <param name="QemuArguments">Further arguments for QEMU.</param>
/// <param name="Damage">What is done to the bootable file before it runs.</param>
/// <param name="Steps">The steps.</param>
public sealed record ScriptFile(
    string System,
    TimeSpan Timeout,
    string? Partition,
    string Cpu,
    IReadOnlyList<string> QemuArguments,
    ImageDamage Damage,
    IReadOnlyList<ScriptStep> Steps)
{
    private const int DefaultTimeoutSeconds = 120;

    /// <summary>Reads a script.</summary>
    /// <param name="text">Its text.</param>
    /// <returns>The script.</returns>
    /// <exception cref="FormatException">A line is wrong; the message names it.</exception>
    public static ScriptFile Parse(string text)
    {
        ScriptFile script = new("systems/first.yaml", TimeSpan.FromSeconds(DefaultTimeoutSeconds),
            null, QemuOptions.DefaultCpu, [], ImageDamage.None, []);
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

        return script.Steps.Count > 0 ? script
            : throw new FormatException("the script has no steps");
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
            "cpu" => this with { Cpu = rest.Trim() },
            "qemu" => this with { QemuArguments = Qemu.QemuArguments.Split(rest) },
            "damage" => this with { Damage = ImageDamage.Parse(rest.Trim()) },
            "send" => this with { Steps = [.. Steps, SendStep.Parse(rest)] },
            "expect" => this with { Steps = [.. Steps, ExpectStep.Parse(rest)] },
            _ => throw new FormatException($"`{word}` is not a word of scripts"),
        };
    }
}
