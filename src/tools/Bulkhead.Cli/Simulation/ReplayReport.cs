// SPDX-License-Identifier: MIT
using System.Globalization;
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Output;
using Bulkhead.Simulation.Campaigns;
using Bulkhead.Simulation.Events;

namespace Bulkhead.Cli.Simulation;

/// <summary>Replays a failure from its file and says what fails now.</summary>
/// <param name="workspace">The tree.</param>
internal sealed class ReplayReport(Workspace workspace)
{
    internal int Run(string path)
    {
        Failure kept;
        try
        {
            kept = FailureFile.Parse(File.ReadAllText(path));
        }
        catch (FormatException exception)
        {
            throw new FormatException($"{path}: {exception.Message}", exception);
        }
        workspace.Output.Step(string.Create(
            CultureInfo.InvariantCulture,
            $"replaying {kept.Events.Count} events on the system {kept.Shape}"));
        Failure? found = EventPlayer.Play(
            kept.Shape, kept.Events, kept.Mode, wantsOracle: kept.WantsOracle);
        if (found is null)
        {
            Console.Out.WriteLine("nothing fails any more");
            return ExitCode.Good;
        }
        SimulationEvent last = found.Events.Count == 0 ? default : found.Events[^1];
        workspace.Output.Fail(string.Create(
            CultureInfo.InvariantCulture,
            $"{found.Kind} after event {found.Events.Count} ({last}): {found.Message}"));
        if (kept.Message.Length != 0 && !found.IsLike(kept))
        {
            workspace.Output.Fail($"the file says something else: {kept.Message}");
        }
        Console.Error.WriteLine(found.Trace);
        return ExitCode.Failed;
    }
}
