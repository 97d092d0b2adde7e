// SPDX-License-Identifier: MIT
using Bulkhead.Cli.Building;
using Bulkhead.Integration.Packages;

namespace Bulkhead.Cli.Coverage;

/// <summary>Runs the kernel's host tests with the collector. They are built into a folder of their
/// own: measured assemblies are not those that ship.</summary>
/// <param name="workspace">The tree.</param>
public sealed class CoverageRunner(Workspace workspace)
{
    /// <summary>The test projects whose visits count.</summary>
    public static readonly IReadOnlyList<string> Projects =
        ["tests/Bulkhead.Kernel.Tests/Bulkhead.Kernel.Tests.csproj"];

    private const string Settings = "eng/coverage.runsettings";

    /// <summary>Where the reports are written.</summary>
    public string Folder => Path.Combine(workspace.Artifacts, "coverage");

    /// <summary>Builds and runs the tests.</summary>
    /// <returns>What they reached.</returns>
    /// <exception cref="BuildFailedException">A project does not build, a test fails, or the
    /// collector wrote nothing.</exception>
    public CoverageReport Run()
    {
        CoverageReport report = new(workspace.Root);
        foreach (string project in Projects) report.Add(File.ReadAllText(Measure(project)));
        return report;
    }

    private string Measure(string project)
    {
        string name = Path.GetFileNameWithoutExtension(project);
        string results = Path.Combine(Folder, name);
        if (Directory.Exists(results)) Directory.Delete(results, true);
        workspace.Output.Step($"measuring what {name} reaches");
        CommandResult test = workspace.Runner.Run("dotnet",
        [
            "test", project, "-nologo", "-v", "quiet",
            $"-p:ArtifactsPath={Path.Combine(Folder, "build")}",
            "--settings", Settings, "--collect", "XPlat Code Coverage",
            "--results-directory", results,
        ], workspace.Root);
        string? written = Directory.Exists(results)
            ? Directory.GetFiles(results, "coverage.json", SearchOption.AllDirectories)
                .FirstOrDefault()
            : null;
        if (test.ExitCode == 0 && written is not null) return written;
        workspace.Output.Fail($"{name} was not measured: its tests must build and pass; "
            + $"./bulkhead test --only {name} shows what fails\n{(test.Output
            + test.ErrorOutput).Trim()}");
        throw new BuildFailedException(Output.ExitCode.Failed);
    }
}
