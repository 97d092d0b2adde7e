// SPDX-License-Identifier: MIT
namespace Bulkhead.Cli.Creating;

/// <summary>The files of a new partition, out of the templates in the tool.</summary>
/// <param name="plan">What it is called and where it goes.</param>
public sealed class PartitionTemplate(PartitionPlan plan)
{
    private const string Prefix = "templates/";

    private static readonly string[] s_folderFiles =
        ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];

    // The same C# runs over both kinds of heap.
    private int SourceTier => Math.Min(plan.Tier, 1);

    /// <summary>Files of the program, by their names in its folder.</summary>
    public IReadOnlyDictionary<string, string> Program => Files(plan.ProgramFolder, new()
    {
        [plan.Name + ".csproj"] = $"tier{SourceTier}/Project.csproj",
        ["Program.cs"] = $"tier{plan.Tier}/Program.cs",
        ["Work.cs"] = $"tier{SourceTier}/Work.cs",
    });

    /// <summary>Files of its tests, by their names in their folder.</summary>
    public IReadOnlyDictionary<string, string> Tests => Files(plan.TestsFolder, new()
    {
        [plan.Name + ".Tests.csproj"] = "tests/Project.csproj",
        ["ProgramTests.cs"] = $"tests{SourceTier}/ProgramTests.cs",
        ["WorkTests.cs"] = $"tests{SourceTier}/WorkTests.cs",
    });

    /// <summary>The system description.</summary>
    public string Description => Fill("systems/system.yaml", plan.Output);

    /// <summary>What a folder outside of the tree needs to be built by its rules.</summary>
    public IReadOnlyDictionary<string, string> FolderFiles => plan.IsInTree
        ? new Dictionary<string, string>()
        : Files(plan.Output, s_folderFiles.ToDictionary(name => name, name => $"folder/{name}"));

    private Dictionary<string, string> Files(
        string folder, Dictionary<string, string> templates) => templates.ToDictionary(
            pair => pair.Key, pair => Fill(pair.Value, folder));

    private string Fill(string template, string folder)
    {
        using Stream stream = typeof(PartitionTemplate).Assembly
            .GetManifestResourceStream(Prefix + template)
            ?? throw new FileNotFoundException($"the tool has no template {template}");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd()
            .Replace("{{tier}}", $"{plan.Tier}", StringComparison.Ordinal)
            .Replace("{{name}}", plan.Name, StringComparison.Ordinal)
            .Replace("{{namespace}}", plan.Namespace, StringComparison.Ordinal)
            .Replace("{{project}}", plan.ProjectInDescription, StringComparison.Ordinal)
            .Replace("{{tree}}", plan.TreeFrom(folder), StringComparison.Ordinal);
    }
}
