// SPDX-License-Identifier: MIT
using System.IO.Enumeration;
using Bulkhead.Integration.Packages;

namespace Bulkhead.Cli.Mutation;

/// <summary>The kernel's sources, and which of them a run is about.</summary>
/// <param name="root">Root of the tree.</param>
/// <param name="runner">Runs git.</param>
public sealed class KernelSources(string root, ICommandRunner runner)
{
    /// <summary>The kernel's folder, from the root.</summary>
    public const string Folder = "src/kernel";

    /// <summary>Full path of the kernel's folder.</summary>
    public string FullFolder => Path.Combine(root, Folder);

    /// <summary>Every source file, from the kernel's folder, by name.</summary>
    public IReadOnlyList<string> All =>
        [.. Directory.GetFiles(FullFolder, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(FullFolder, path).Replace('\\', '/'))
            .Where(path => !path.StartsWith("obj/", StringComparison.Ordinal)
                && !path.StartsWith("bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    /// <summary>Hash of a file's text.</summary>
    /// <param name="file">The file, from the kernel's folder.</param>
    /// <returns>The hash.</returns>
    public string HashOf(string file) =>
        MutationStore.HashOf(File.ReadAllText(Path.Combine(FullFolder, file)));

    /// <summary>Whether a file's name fits a pattern.</summary>
    /// <param name="file">The file, from the kernel's folder.</param>
    /// <param name="pattern">A name in which <c>*</c> stands for any text, folders
    /// included.</param>
    /// <returns>Whether it fits.</returns>
    public static bool Fits(string file, string pattern) =>
        FileSystemName.MatchesSimpleExpression(pattern, file, ignoreCase: false);

    /// <summary>The files that differ from a revision, committed or not.</summary>
    /// <param name="revision">What git calls a revision.</param>
    /// <returns>The files, from the kernel's folder.</returns>
    /// <exception cref="FormatException">git does not know the revision.</exception>
    public IReadOnlySet<string> ChangedSince(string revision)
    {
        CommandResult result = runner.Run(
            "git", ["diff", "--name-only", "--relative", revision, "--", "."], FullFolder);
        if (result.ExitCode != 0)
        {
            throw new FormatException(
                $"--since {revision}: git cannot compare with it: {result.LastLine}; "
                + "name a branch, a tag or a commit");
        }

        return result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet();
    }
}
