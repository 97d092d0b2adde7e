// SPDX-License-Identifier: MIT
using Bulkhead.Cli.Building;

namespace Bulkhead.Cli.Creating;

/// <summary>The tree's solution, which lists every project. It stays as it is written, but for the
/// new lines.</summary>
public static class SolutionFile
{
    /// <summary>Its name.</summary>
    public const string Name = "Bulkhead.slnx";

    private const string End = "</Solution>";

    /// <summary>Adds projects.</summary>
    /// <param name="solution">Text of the solution.</param>
    /// <param name="folder">Folder that they lie in, from the root.</param>
    /// <param name="projects">Their paths from the root.</param>
    /// <returns>The new text.</returns>
    /// <exception cref="FormatException">It is no solution.</exception>
    public static string Add(string solution, string folder, IEnumerable<string> projects)
    {
        string lines = string.Concat(
            projects.Select(project => $"    <Project Path=\"{project}\" />\n"));
        string opening = $"  <Folder Name=\"/{folder}/\">\n";
        int place = solution.IndexOf(opening, StringComparison.Ordinal);
        if (place >= 0) return solution.Insert(place + opening.Length, lines);
        int end = solution.LastIndexOf(End, StringComparison.Ordinal);
        return end >= 0 ? solution.Insert(end, opening + lines + "  </Folder>\n")
            : throw new FormatException($"{Name} has no end; nothing was written");
    }

    /// <summary>Adds a partition and its tests.</summary>
    /// <param name="solution">Text of the solution.</param>
    /// <param name="root">Root of the tree.</param>
    /// <param name="plan">The partition.</param>
    /// <returns>The new text.</returns>
    /// <exception cref="FormatException">It is no solution.</exception>
    public static string Add(string solution, string root, PartitionPlan plan) =>
        Add(solution, Path.GetRelativePath(root, plan.Output),
        [
            Path.GetRelativePath(root, Path.Combine(plan.ProgramFolder, plan.Name + ".csproj")),
            Path.GetRelativePath(
                root, Path.Combine(plan.TestsFolder, plan.Name + ".Tests.csproj")),
        ]);
}
