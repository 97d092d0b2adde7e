// SPDX-License-Identifier: MIT
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Creating;
using Bulkhead.Integration.Packages;

namespace Bulkhead.Cli.Testing;

/// <summary>Runs the tests that need no target, project by project.</summary>
/// <param name="workspace">The tree.</param>
public sealed class HostRunner(Workspace workspace)
{
    private static readonly string[] s_quiet = ["-v", "quiet", "-nologo"];

    private static readonly string[] s_folders = ["tests", PartitionPlan.Folder];

    /// <summary>Finds the test projects: the tree's own, and those of its users'
    /// partitions.</summary>
    /// <param name="root">Root of the tree.</param>
    /// <returns>Their project files by name.</returns>
    public static IReadOnlyList<string> FindProjects(string root) =>
        [.. s_folders.Select(folder => Path.Combine(root, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.GetDirectories(folder, "*.Tests"))
            .SelectMany(folder => Directory.GetFiles(folder, "*.csproj"))
            .Order(StringComparer.Ordinal)];

    /// <summary>Builds a test project and runs its tests.</summary>
    /// <param name="project">The project file.</param>
    /// <returns>Its tests; a project that does not build is a failed test.</returns>
    public IReadOnlyList<TestOutcome> Run(string project)
    {
        string name = Path.GetFileNameWithoutExtension(project);
        string results = Path.Combine(workspace.Artifacts, "test-results");
        string report = Path.Combine(results, name + ".trx");
        Directory.CreateDirectory(results);
        File.Delete(report);
        CommandResult build = workspace.Runner.Run(
            "dotnet", ["build", project, .. s_quiet, "-clp:ErrorsOnly"], workspace.Root);
        if (build.ExitCode != 0)
        {
            return [new TestOutcome(name, "build", false, build.Output.Trim())];
        }

        CommandResult test = workspace.Runner.Run("dotnet",
        [
            "test", project, "--no-build", .. s_quiet,
            "--results-directory", results, "--logger", $"trx;LogFileName={name}.trx",
        ], workspace.Root);
        if (!File.Exists(report))
        {
            return [new TestOutcome(name, "run", false, (test.Output + test.ErrorOutput).Trim())];
        }

        IReadOnlyList<TestOutcome> outcomes = TrxReport.Read(name, File.ReadAllText(report));
        bool isCrash = test.ExitCode != 0 && outcomes.All(outcome => outcome.IsPassed);
        return isCrash ? [.. outcomes, new TestOutcome(name, "run", false, test.LastLine)]
            : outcomes;
    }
}
