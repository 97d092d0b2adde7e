// SPDX-License-Identifier: MIT
using Bulkhead.Cli.Output;
using Bulkhead.Simulation.Events;
using Bulkhead.Simulation.Invariants;
using Bulkhead.Simulation.Running;
using Spectre.Console;

namespace Bulkhead.Cli.Exploring;

/// <summary>Goes the way of a kept failure again, event by event.</summary>
/// <param name="output">Where to.</param>
public sealed class FailureReplay(ToolOutput output)
{
    /// <summary>Applies the events of a file as <see cref="FailureText"/> writes it.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Whether every invariant holds after each event.</returns>
    /// <exception cref="FormatException">A line is no event.</exception>
    public bool Run(string path)
    {
        using World world = new();
        InvariantChecker checker = new(world.Machine);
        foreach (string line in File.ReadLines(path))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            SimulationEvent value = EventText.Parse(line);
            if (Apply(world, checker, in value) is not { } message) continue;
            output.Fail($"{line}: {message}");
            return false;
        }

        return true;
    }

    private string? Apply(World world, InvariantChecker checker, in SimulationEvent value)
    {
        try
        {
            bool happened = world.Apply(in value);
            string remark = happened ? string.Empty : "  (does not fit what runs)";
            ToolOutput.WriteLine(output.Result, Markup.Escape(value.ToString() + remark));
            checker.Check(world.Current, CheckDepth.Full);
            return null;
        }
        catch (Exception e)
        {
            // Whatever escapes the kernel is what the file is about.
            return $"{e.GetType().Name}: {e.Message}";
        }
    }
}
