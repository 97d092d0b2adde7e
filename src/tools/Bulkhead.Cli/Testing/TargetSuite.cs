// SPDX-License-Identifier: MIT
namespace Bulkhead.Cli.Testing;

/// <summary>
/// A suite that runs on the target: a folder below <c>tests/target</c> with a <c>system.yaml</c>
/// that prints records, or with console scripts (<c>*.script</c>), or both.
/// </summary>
/// <param name="Name">Name of the folder.</param>
/// <param name="Description">Path of its system.yaml, or null.</param>
/// <param name="Scripts">Paths of its scripts.</param>
public sealed record TargetSuite(
    string Name, string? Description, IReadOnlyList<string> Scripts)
{
    private const string DescriptionName = "system.yaml";

    /// <summary>Finds the suites.</summary>
    /// <param name="root">Root of the tree.</param>
    /// <returns>The suites by name.</returns>
    public static IReadOnlyList<TargetSuite> Find(string root)
    {
        string folder = Path.Combine(root, "tests", "target");
        return !Directory.Exists(folder) ? []
            : [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Select(At)
                .Where(suite => suite.Description is not null || suite.Scripts.Count > 0)];
    }

    private static TargetSuite At(string folder)
    {
        string description = Path.Combine(folder, DescriptionName);
        return new TargetSuite(
            Path.GetFileName(folder),
            File.Exists(description) ? description : null,
            [.. Directory.GetFiles(folder, "*.script").Order(StringComparer.Ordinal)]);
    }
}
