// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Description;

/// <summary>
/// Finds the files that a description names: beside the description first, then in the Bulkhead
/// tree, so that a system kept elsewhere can use the shipped partitions and samples.
/// </summary>
/// <param name="descriptionFolder">Folder of the description.</param>
/// <param name="treeRoot">Root of the Bulkhead tree.</param>
/// <param name="diagnostics">Receives what cannot be found.</param>
public sealed class SourceLocator(
    string descriptionFolder, string treeRoot, DiagnosticBag diagnostics)
{
    private const string DebianPrefix = "debian:";
    private const string ProjectPrefix = "project:";

    /// <summary>A file, a Debian package or a C# project.</summary>
    /// <param name="node">What the description says.</param>
    /// <returns>The source, or null when it cannot be found, which has been reported.</returns>
    public PayloadSource? Source(ScalarNode node)
    {
        if (node.Text.StartsWith(DebianPrefix, StringComparison.Ordinal))
        {
            return Package(node);
        }

        if (!node.Text.StartsWith(ProjectPrefix, StringComparison.Ordinal))
        {
            return File(node);
        }

        string? project = Project(node.Text[ProjectPrefix.Length..], node.Mark);
        return project is null ? null : new ProjectSource(node.Text, node.Mark, project);
    }

    /// <summary>A file.</summary>
    /// <param name="node">What the description says.</param>
    /// <returns>The file, or null when it cannot be found, which has been reported.</returns>
    public FileSource? File(ScalarNode node)
    {
        foreach (string candidate in Candidates(node.Text))
        {
            if (global::System.IO.File.Exists(candidate))
            {
                return new FileSource(node.Text, node.Mark, candidate);
            }
        }

        diagnostics.Error(DiagnosticId.MissingFile, node.Mark,
            $"there is no file `{node.Text}`",
            $"check the path; looked for {string.Join(" and ", Candidates(node.Text))}");
        return null;
    }

    /// <summary>A C# project: a project file, or a folder with exactly one.</summary>
    /// <param name="text">The path as written.</param>
    /// <param name="mark">Where it is written.</param>
    /// <returns>Full path of the project file, or null, which has been reported.</returns>
    public string? Project(string text, SourceMark mark)
    {
        foreach (string candidate in Candidates(text))
        {
            string[] projects = ProjectsAt(candidate);
            if (projects.Length == 1)
            {
                return projects[0];
            }

            if (projects.Length > 1)
            {
                diagnostics.Error(DiagnosticId.MissingProject, mark,
                    $"`{text}` holds {projects.Length} C# projects",
                    "name the .csproj file itself");
                return null;
            }
        }

        diagnostics.Error(DiagnosticId.MissingProject, mark,
            $"there is no C# project at `{text}`",
            $"name a folder with a .csproj; looked in {string.Join(" and ", Candidates(text))}");
        return null;
    }

    private static string[] ProjectsAt(string path)
    {
        if (Directory.Exists(path))
        {
            return Directory.GetFiles(path, "*.csproj");
        }

        return path.EndsWith(".csproj", StringComparison.Ordinal)
            && global::System.IO.File.Exists(path) ? [path] : [];
    }

    private DebianSource? Package(ScalarNode node)
    {
        string rest = node.Text[DebianPrefix.Length..];
        int slash = rest.IndexOf('/', StringComparison.Ordinal);
        string package = slash < 0 ? rest : rest[..slash];
        if (IsPackageName(package))
        {
            return new DebianSource(
                node.Text, node.Mark, package, slash < 0 ? "" : rest[(slash + 1)..]);
        }

        diagnostics.Error(DiagnosticId.BadName, node.Mark,
            $"`{package}` is not the name of a Debian package",
            "write debian:PACKAGE or debian:PACKAGE/PATH/IN/PACKAGE");
        return null;
    }

    // Debian policy, section 5.6.1: lower-case letters, digits, plus, minus and dot, at least two.
    private static bool IsPackageName(string name) =>
        name.Length >= 2 && char.IsAsciiLetterOrDigit(name[0])
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)
            || c is '+' or '-' or '.');

    private IEnumerable<string> Candidates(string path) =>
        new[] { descriptionFolder, treeRoot }
            .Select(folder => Path.GetFullPath(Path.Combine(folder, path))).Distinct();
}
