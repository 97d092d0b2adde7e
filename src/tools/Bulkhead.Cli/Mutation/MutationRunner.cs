// SPDX-License-Identifier: MIT
using System.Text.Json;
using Bulkhead.Cli.Building;
using Bulkhead.Integration.Packages;

namespace Bulkhead.Cli.Mutation;

/// <summary>
/// Runs Stryker over kernel sources. It works on a copy of the tree below the artifacts: it puts
/// changed assemblies in the place of sound ones, and a run can take an hour.
/// </summary>
/// <param name="workspace">The tree.</param>
/// <param name="jobCount">Test processes at a time.</param>
public sealed class MutationRunner(Workspace workspace, int jobCount)
{
    // Campaigns over many seeds find little that a few seeds do not, and every mutant pays.
    private const string Seeds = "BULKHEAD_SEEDS=4";
    private const string Filter =
        "FullyQualifiedName!~RefusedHypercall&FullyQualifiedName!~MoreRandom";

    private static readonly string[] s_copied =
    [
        "src", "tests/Bulkhead.Kernel.Tests", "tests/VerifiesAttribute.cs", "eng", ".config",
        "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props",
        "global.json", ".editorconfig",
    ];

    /// <summary>Where everything of a run lies.</summary>
    public string Folder => Path.Combine(workspace.Artifacts, "mutation");

    private string Tree => Path.Combine(Folder, "tree");

    /// <summary>Copies the tree as it stands, changes that are not committed included.</summary>
    /// <exception cref="BuildFailedException">The tool of the tree cannot be restored.</exception>
    public void Prepare()
    {
        string kept = Path.Combine(Tree, "artifacts");
        foreach (string entry in Directory.Exists(Tree)
            ? Directory.GetFileSystemEntries(Tree) : [])
        {
            if (entry == kept) continue;
            if (Directory.Exists(entry)) Directory.Delete(entry, true);
            else File.Delete(entry);
        }

        CommandResult list = Demand(
            "git", ["ls-files", "-co", "--exclude-standard", "--", .. s_copied], workspace.Root);
        foreach (string file in list.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string source = Path.Combine(workspace.Root, file);
            string target = Path.Combine(Tree, file);
            if (!File.Exists(source)) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target, true);
        }

        Demand("dotnet", ["tool", "restore"], Tree);
    }

    /// <summary>Mutates some files.</summary>
    /// <param name="name">What the run is called.</param>
    /// <param name="hashes">The files, from the kernel's folder, and hashes of their
    /// texts.</param>
    /// <returns>What became of their mutants.</returns>
    /// <exception cref="BuildFailedException">Stryker did not come to its end.</exception>
    public IReadOnlyList<FileMutation> Run(
        string name, IReadOnlyDictionary<string, string> hashes)
    {
        string output = Path.Combine(Folder, name.Replace('/', '.'));
        string settings = Path.Combine(Folder, "stryker.json");
        File.WriteAllText(settings, Settings(hashes.Keys));
        Demand(
            "env",
            [Seeds, "nice", "-n", "10", "dotnet", "stryker", "-f", settings, "-O", output],
            Path.Combine(Tree, "tests", "Bulkhead.Kernel.Tests"));
        string report = Path.Combine(output, "reports", "mutation-report.json");
        return MutationReport.Read(
            File.ReadAllText(report), Path.Combine(Tree, KernelSources.Folder), hashes);
    }

    private string Settings(IEnumerable<string> files) => JsonSerializer.Serialize(
        new Dictionary<string, object>
        {
            ["stryker-config"] = new Dictionary<string, object>
            {
                ["project"] = "Bulkhead.Kernel.csproj",
                ["configuration"] = "Release",
                ["mutate"] = files.Select(file => $"**/{file}").ToArray(),
                ["concurrency"] = jobCount,
                ["coverage-analysis"] = "perTest",
                ["additional-timeout"] = 10_000,
                ["test-case-filter"] = Filter,
                ["reporters"] = new[] { "json" },
            },
        });

    private CommandResult Demand(string program, IReadOnlyList<string> arguments, string folder)
    {
        CommandResult result = workspace.Runner.Run(program, arguments, folder);
        if (result.ExitCode == 0) return result;
        workspace.Output.Fail(
            $"{program} {string.Join(' ', arguments)} in {Workspace.Display(folder)} ended with "
            + $"{result.ExitCode}: {(result.Output + result.ErrorOutput).Trim()}");
        throw new BuildFailedException(Output.ExitCode.Failed);
    }
}
