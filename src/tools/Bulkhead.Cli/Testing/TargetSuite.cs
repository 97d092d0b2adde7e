// SPDX-License-Identifier: MIT
namespace Bulkhead.Cli.Testing;

/// <summary>
/// A suite that runs on the target: a folder below <c>tests/target</c> with scripts
/// (<c>*.script</c>, see <see cref="ScriptFile"/>).
/// </summary>
/// <param name="Name">Name of the folder.</param>
/// <param name="Scripts">Paths of its scripts.</param>
public sealed record TargetSuite(string Name, IReadOnlyList<string> Scripts)
{
    /// <summary>Finds the suites.</summary>
    /// <param name="root">Root of the tree.</param>
    /// <returns>The suites by name.</returns>
    public static IReadOnlyList<TargetSuite> Find(string root)
    {
        string folder = Path.Combine(root, "tests", "target");
        return !Directory.Exists(folder) ? []
            : [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Select(At)
                .Where(suite => suite.Scripts.Count > 0)];
    }

    private static TargetSuite At(string folder) => new(
        Path.GetFileName(folder),
        [.. Directory.GetFiles(folder, "*.script").Order(StringComparer.Ordinal)]);
}
