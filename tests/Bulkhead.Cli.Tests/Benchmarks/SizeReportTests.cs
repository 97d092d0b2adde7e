// SPDX-License-Identifier: MIT
using Bulkhead.Cli.Benchmarks;
using Bulkhead.Toolchain;
using Bulkhead.Toolchain.Sizes;
using Spectre.Console;

namespace Bulkhead.Cli.Tests.Benchmarks;

public sealed class SizeReportTests
{
    private static readonly Feature s_lists = new(1, "List<int> and foreach", "A.Lists");

    [Fact]
    public void Shows_each_feature_over_the_smallest_program()
    {
        string text = Render(
        [
            new(new Feature(0, "the smallest program", "A.Nothing"), new(20_000, 300, 40, 0)),
            new(s_lists, new(21_500, 300, 1_040, 9)),
        ]);
        Assert.Matches(@"the smallest program\s+Nothing.cs\s+20,000\s+20,340", text);
        Assert.Matches(@"List<int> and foreach\s+Lists.cs\s+\+1,500\s+\+2,500", text);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("LISTS", true)]
    [InlineData("foreach", true)]
    [InlineData("dictionary", false)]
    public void Picks_by_name_and_title(string text, bool isPicked) =>
        Assert.Equal(isPicked, SizeReport.IsPicked(s_lists, text));

    private static string Render(IReadOnlyList<FeatureSize> sizes)
    {
        using StringWriter writer = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = 160;
        console.Write(SizeReport.ToTable(sizes));
        return writer.ToString();
    }
}
