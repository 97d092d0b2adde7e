// SPDX-License-Identifier: MIT
using Bulkhead.Cli.Building;
using Bulkhead.Integration.Description;

namespace Bulkhead.Cli.Creating;

/// <summary>What a new partition is called and where its parts go.</summary>
public sealed class PartitionPlan
{
    /// <summary>Folder of the tree for partitions of one's own.</summary>
    public const string Folder = "partitions";

    private const string SystemsFolder = "systems";
    private const string ArtifactsFolder = "artifacts";

    // Partitions of every system, and assemblies that a program would hide.
    private static readonly string[] s_reserved =
        ["bulkhead", "console", "manager", "mscorlib", "netstandard", "system", "xunit"];

    private static readonly string[] s_ignored = ["bin", "obj"];

    // Where the tree has programs: two of a name would share their artifacts.
    private static readonly string[] s_programs = ["samples", "src/partitions", Folder];

    private readonly string _root;
    private readonly string _output;

    private PartitionPlan(string name, int tier, string root, string output, bool isOwnFolder)
    {
        Name = name;
        Tier = tier;
        _root = root;
        _output = output;
        IsInDefaultFolder = !isOwnFolder;
    }

    /// <summary>Name of the partition, its project and its program.</summary>
    public string Name { get; }

    /// <summary>What its C# may use: 0, 1 or 2.</summary>
    public int Tier { get; }

    /// <summary>Namespace of its code. No type of the SDK ends so.</summary>
    public string Namespace => string.Concat(Name.Split('-', '_')
        .Where(part => part.Length > 0)
        .Select(part => char.ToUpperInvariant(part[0]) + part[1..])) + "Partition";

    /// <summary>Whether it goes where the tree has its users' partitions.</summary>
    public bool IsInDefaultFolder { get; }

    /// <summary>Whether it goes into the tree.</summary>
    public bool IsInTree => IsBelow(_root);

    /// <summary>Whether the tree's solution lists it: what version control ignores is not
    /// kept.</summary>
    public bool IsListed => IsInTree
        && !Path.GetRelativePath(_root, _output).Split('/').Any(s_ignored.Contains);

    /// <summary>The folder that everything goes into.</summary>
    public string Output => _output;

    /// <summary>Folder of the program.</summary>
    public string ProgramFolder => Path.Combine(_output, Name);

    /// <summary>Folder of its tests.</summary>
    public string TestsFolder => Path.Combine(_output, Name + ".Tests");

    /// <summary>The system description.</summary>
    public string Description => Path.Combine(
        IsInDefaultFolder ? Path.Combine(_root, SystemsFolder) : _output, Name + ".yaml");

    /// <summary>The program as the description names it.</summary>
    public string ProjectInDescription => IsInDefaultFolder ? $"{Folder}/{Name}" : Name;

    /// <summary>What the command line calls the system.</summary>
    public string System => IsInDefaultFolder ? Name : Workspace.Display(Description);

    /// <summary>The tree's root, as a file in a folder names it.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>A path: relative inside the tree, absolute elsewhere.</returns>
    public string TreeFrom(string folder) =>
        IsInTree ? Path.GetRelativePath(folder, _root) : _root;

    /// <summary>Makes a plan.</summary>
    /// <param name="name">Name of the partition.</param>
    /// <param name="tier">0, 1 or 2.</param>
    /// <param name="root">Root of the tree.</param>
    /// <param name="output">Folder for everything; null for the tree's own places.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="FormatException">The name or the folder cannot be used.</exception>
    public static PartitionPlan Make(string name, int tier, string root, string? output)
    {
        if (!NameText.IsName(name))
            throw new FormatException($"`{name}` is not a name for a partition; {NameText.Rule}");
        if (s_reserved.Contains(name))
            throw new FormatException($"`{name}` is taken by the system itself; use another name");
        PartitionPlan plan = new(name, tier, Path.GetFullPath(root),
            Path.GetFullPath(output ?? Path.Combine(root, Folder)), output is not null);
        plan.RefuseWhatExists();
        return plan;
    }

    private void RefuseWhatExists()
    {
        // The build takes no sources from where its own results lie.
        if (IsBelow(Path.Combine(_root, ArtifactsFolder)))
            throw new FormatException($"nothing below {ArtifactsFolder}/ is compiled; choose "
                + "another folder. Nothing was written");
        IEnumerable<string> programs = s_programs.Select(
            folder => Path.Combine(_root, folder, Name));
        foreach (string path in (string[])
            [ProgramFolder, TestsFolder, Description, .. programs])
        {
            if (!Path.Exists(path)) continue;
            throw new FormatException($"{Workspace.Display(path)} exists already; use another name"
                + " or remove it. Nothing was written");
        }
    }

    private bool IsBelow(string folder) =>
        (_output + "/").StartsWith(folder + "/", StringComparison.Ordinal);
}
