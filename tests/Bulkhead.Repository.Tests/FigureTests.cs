// SPDX-License-Identifier: MIT
using Bulkhead.Cli.Benchmarks;
using Bulkhead.Documentation;
using Bulkhead.Repository.Tests.Tree;

namespace Bulkhead.Repository.Tests;

/// <summary>The README's figures come from a report of the bench. With <c>BULKHEAD_BENCH=FILE</c>
/// in the environment they are taken from that report.</summary>
public class FigureTests
{
    private const string Report = """
        { "results": [
            { "id": "a", "median": 1234, "budget": 2000, "peers": { "X": 5, "Y": 6789 } },
            { "id": "b", "median": 1.5, "budget": null, "peers": {} },
            { "id": "unknown", "median": 1, "budget": null, "peers": {} } ] }
        """;

    private static readonly Dictionary<string, string> s_operations =
        new() { ["a"] = "first", ["b"] = "second" };

    [Fact]
    public void ReadmeHasEveryFigure()
    {
        string path = RepositoryTree.FullPath("README.md");
        if (Environment.GetEnvironmentVariable("BULKHEAD_BENCH") is string report)
        {
            string table = FigureTable.Of(File.ReadAllText(report),
                BenchAnchors.All.ToDictionary(anchor => anchor.Id, anchor => anchor.Operation));
            File.WriteAllText(path, FigureTable.Insert(File.ReadAllText(path), table));
        }

        Assert.Empty(Missing(File.ReadAllText(path)));
    }

    [Fact]
    public void MissingFigureIsFound() => Assert.Contains("guest.timer", Missing("no table"));

    [Fact]
    public void TableTakesKnownResults() => Assert.Equal(
        """
        | operation | here | budget | others |
        |---|---|---|---|
        | first | 1,234 | 2,000 | X 5, Y 6,789 |
        | second | 1.5 |  |  |

        """,
        FigureTable.Of(Report, s_operations));

    [Fact]
    public void TableGoesBetweenTheMarks()
    {
        string page = $"a\n{FigureTable.Begin}\nold\n{FigureTable.End}\nb";
        Assert.Equal($"a\n{FigureTable.Begin}\n\nnew\n\n{FigureTable.End}\nb",
            FigureTable.Insert(page, "new\n"));
        Assert.Throws<FormatException>(() => FigureTable.Insert("a\nb", "new\n"));
    }

    private static IEnumerable<string> Missing(string readme) => BenchAnchors.All
        .Where(anchor => anchor.Budget is not null
            && !readme.Contains(FigureTable.RowStart(anchor.Operation)))
        .Select(anchor => anchor.Id);
}
