// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text.Json;

namespace Bulkhead.Cli.Coverage;

/// <summary>What the tests reached of the measured assemblies, read from the collector's JSON:
/// module, file, class, method, then lines and branches with their visits.</summary>
/// <param name="root">Root of the tree; the reports hold full paths.</param>
public sealed class CoverageReport(string root)
{
    private readonly SortedDictionary<string, FileCoverage> _files =
        new(StringComparer.Ordinal);

    /// <summary>The files, by path.</summary>
    public IEnumerable<FileCoverage> Files => _files.Values;

    /// <summary>Lines with code.</summary>
    public int LineCount => Files.Sum(file => file.LineCount);

    /// <summary>Share of lines that a test reached, 0 to 1; 0 when nothing was measured.</summary>
    public double LineShare =>
        Share(LineCount, Files.Sum(file => file.UncoveredLines.Count));

    /// <summary>Share of ways out of conditions that a test took, 0 to 1.</summary>
    public double BranchShare => Share(
        Files.Sum(file => file.BranchCount), Files.Sum(file => file.UncoveredBranches.Count));

    /// <summary>Adds one run's report; visits of the same line add up.</summary>
    /// <param name="json">The collector's report.</param>
    /// <exception cref="FormatException">It is no such report.</exception>
    public void Add(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            foreach (JsonProperty module in document.RootElement.EnumerateObject())
            {
                foreach (JsonProperty file in module.Value.EnumerateObject()) AddFile(file);
            }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException
            or InvalidOperationException)
        {
            throw new FormatException($"the coverage report cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The share that a table shows.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="uncoveredCount">How many were not reached.</param>
    /// <returns>0 to 1; 0 when there is nothing.</returns>
    public static double Share(int count, int uncoveredCount) =>
        count == 0 ? 0 : 1 - ((double)uncoveredCount / count);

    private void AddFile(JsonProperty file)
    {
        string path = Path.GetRelativePath(root, file.Name).Replace('\\', '/');
        if (!_files.TryGetValue(path, out FileCoverage? coverage))
        {
            coverage = new FileCoverage(path);
            _files.Add(path, coverage);
        }

        IEnumerable<JsonProperty> methods = file.Value.EnumerateObject()
            .SelectMany(type => type.Value.EnumerateObject());
        foreach (JsonProperty method in methods) AddMethod(coverage, method.Value);
    }

    private static void AddMethod(FileCoverage coverage, JsonElement method)
    {
        foreach (JsonProperty line in method.GetProperty("Lines").EnumerateObject())
        {
            coverage.AddLine(
                int.Parse(line.Name, CultureInfo.InvariantCulture), line.Value.GetInt64());
        }

        foreach (JsonElement branch in method.GetProperty("Branches").EnumerateArray())
        {
            coverage.AddBranch(
                branch.GetProperty("Line").GetInt32(), branch.GetProperty("Offset").GetInt32(),
                branch.GetProperty("Path").GetInt32(), branch.GetProperty("Hits").GetInt64());
        }
    }
}
