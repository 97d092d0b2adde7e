// SPDX-License-Identifier: MIT
using Bulkhead.Cli.Mutation;

namespace Bulkhead.Cli.Tests.Mutation;

public sealed class MutationReportTests
{
    private const string Report = """
        { "files": { "/tree/src/kernel/Objects/A.cs": {
            "source": "a\n  if (x | y) return;\nb",
            "mutants": [
                { "status": "Killed", "location": {} },
                { "status": "Timeout", "location": {} },
                { "status": "CompileError", "location": {} },
                { "status": "Survived", "replacement": "x & y", "location":
                    { "start": { "line": 2, "column": 7 }, "end": { "line": 2, "column": 12 } } },
                { "status": "NoCoverage", "replacement": ";", "location":
                    { "start": { "line": 2, "column": 14 }, "end": { "line": 2, "column": 21 } } }
            ] } } }
        """;

    private static readonly Dictionary<string, string> s_asked =
        new() { ["Objects/A.cs"] = "1", ["Objects/B.cs"] = "2" };

    [Fact]
    public void Survivors_are_named_as_they_stand_in_the_source()
    {
        IReadOnlyList<FileMutation> files = Read();
        Assert.Equal((1, 1, 4, 0.5),
            (files[0].KilledCount, files[0].TimeoutCount, files[0].Count,
            FileMutation.ScoreOf([.. files])));
        Assert.Equal(["`x | y` → `x & y`", "`return;` → `;`"],
            files[0].Survivors.Select(mutant => mutant.Text));
        Assert.Equal([true, false], files[0].Survivors.Select(mutant => mutant.IsReached));
        Assert.Equal(0, files[1].Count);
    }

    [Fact]
    public void Only_a_row_with_a_verdict_judges_a_survivor()
    {
        string row = SurvivorPage.RowFor(Read()[0].Survivors[0]);
        Assert.Equal(2, MutationTable.Open(Read(), new SurvivorPage(row)).Count());
        string judged = row.Replace("|  |  |", "| equivalent | why |");
        Assert.Equal(
            ["src/kernel/Objects/A.cs:2: `return;` → `;` (no test runs through it)"],
            MutationTable.Open(Read(), new SurvivorPage(judged)));
    }

    [Theory]
    [InlineData("Objects/A.cs", "*", true)]
    [InlineData("Objects/A.cs", "Objects/*", true)]
    [InlineData("Objects/A.cs", "Memory/*", false)]
    public void A_star_stands_for_any_text(string file, string pattern, bool fits) =>
        Assert.Equal(fits, KernelSources.Fits(file, pattern));

    [Fact]
    public void A_result_is_found_again_and_a_damaged_one_is_none()
    {
        string folder = Directory.CreateTempSubdirectory("mutation").FullName;
        try
        {
            MutationStore store = new(folder);
            Assert.Null(store.Find("Objects/A.cs"));
            store.Save(Read()[0]);
            Assert.Equal(Read()[0].Survivors, store.Find("Objects/A.cs")!.Survivors);
            File.WriteAllText(Directory.GetFiles(folder).Single(), "{");
            Assert.Null(store.Find("Objects/A.cs"));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [Fact]
    public void Something_else_is_refused() => Assert.Throws<FormatException>(
        () => MutationReport.Read("{}", "/tree/src/kernel", s_asked));

    private static IReadOnlyList<FileMutation> Read() =>
        MutationReport.Read(Report, "/tree/src/kernel", s_asked);
}
