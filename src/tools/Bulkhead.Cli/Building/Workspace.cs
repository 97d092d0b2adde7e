// SPDX-License-Identifier: MIT
using Bulkhead.Cli.Output;
using Bulkhead.Integration.Packages;
using Bulkhead.Toolchain;

namespace Bulkhead.Cli.Building;

/// <summary>The Bulkhead tree that the tool works in, and what it works with.</summary>
/// <param name="root">Root of the tree.</param>
/// <param name="output">What the tool says.</param>
public sealed class Workspace(string root, ToolOutput output)
{
    /// <summary>Root of the tree.</summary>
    public string Root { get; } = root;

    /// <summary>What the tool says.</summary>
    public ToolOutput Output { get; } = output;

    /// <summary>Runs programs of the host.</summary>
    public ICommandRunner Runner { get; } = new HostCommandRunner();

    /// <summary>Where everything that is made goes.</summary>
    public string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>Fetches Debian packages, cached in the artifacts.</summary>
    public DebianPackages Packages =>
        new(Path.Combine(Artifacts, "packages"), Runner, Output);

    /// <summary>The compilers' context.</summary>
    public ToolchainContext Toolchain => new(Root, Artifacts, Output.Step);

    /// <summary>Finds the tree above a folder.</summary>
    /// <param name="start">Where to begin.</param>
    /// <param name="output">What the tool says.</param>
    /// <returns>The workspace.</returns>
    /// <exception cref="ToolchainException">No folder above is a Bulkhead tree.</exception>
    public static Workspace Find(string start, ToolOutput output) =>
        new(ToolchainContext.Find(start).RepositoryRoot, output);

    /// <summary>
    /// A path as the user knows it: relative when it is below the current folder.
    /// </summary>
    /// <param name="path">A path.</param>
    /// <returns>The shorter one.</returns>
    public static string Display(string path)
    {
        string relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    /// <summary>Installs the host's tools that lack.</summary>
    /// <param name="optional">Optional programs that are needed now.</param>
    /// <exception cref="PackageException">They cannot be installed.</exception>
    public void EnsureTools(params string[] optional) =>
        new HostTools(Runner, Output).Ensure(HostTool.All.Where(
            tool => !tool.IsOptional || optional.Contains(tool.Program)));
}
