// SPDX-License-Identifier: MIT
using Bulkhead.Cli.Jitter;
using Bulkhead.Toolchain;

namespace Bulkhead.Cli.Tests.Jitter;

public sealed class JitterTests
{
    private const string Kept = "#jitter spin 1000 556 558 558 0 0 73 0 20822 112917";
    private const string Late = "#jitter map 1000 8191 8191 644580 1000 642 73 0 58795 473";
    private const string Noticed = "#jitter self-check 140 2473 2491 2491 140 0 6 6 1091256 0";

    [Fact]
    public void Reads_results_among_floods()
    {
        JitterReader reader = Read("........", Kept, "#test jitter spin-ends pass", "....", Late);
        Assert.False(reader.IsComplete);
        Assert.Equal(["spin", "map"], reader.Results.Select(result => result.Attack));
        Assert.Equal(
            new JitterResult("spin", 1000, 556, 558, 558, 0, 0, 73, 0, 20822, 112917),
            reader.Results[0]);
        Assert.Empty(reader.Damaged);
        Assert.True(Read(Kept, "#test end 7").IsComplete);
    }

    [Theory]
    [InlineData("#jitter spin 1000 556")]
    [InlineData("#jitter spin 1000 556 558 558 0 0 73 0 20822 many")]
    [InlineData("#jitter spin 1000 556 558 558 0 0 73 -1 20822 1")]
    public void Keeps_damaged_records(string line) => Assert.Equal([line], Read(line).Damaged);

    [Theory]
    [InlineData(Kept, true)]
    [InlineData(Late, false)]
    [InlineData("#jitter spin 1000 556 558 1001 0 0 73 0 20822 1", false)]
    [InlineData("#jitter spin 1000 556 558 558 1 0 73 0 20822 1", false)]
    [InlineData("#jitter spin 1000 556 558 558 0 1 73 0 20822 1", false)]
    [InlineData("#jitter spin 1000 556 558 558 0 0 73 1 20822 1", false)]
    [InlineData("#jitter spin 1000 556 558 558 0 0 0 0 20822 1", false)]
    [InlineData("#jitter spin 1000 556 558 558 0 0 73 0 20822 0", false)]
    [InlineData("#jitter spin 0 0 0 0 0 0 73 0 20822 1", false)]
    public void Is_good_only_when_everything_is_kept_and_the_attack_ran(
        string line, bool isGood) => Assert.Equal(isGood, Read(line).Results[0].IsGood);

    [Theory]
    [InlineData(Noticed, true)]
    [InlineData("#jitter self-check 140 2473 2491 2491 139 0 6 6 1091256 0", false)]
    [InlineData("#jitter self-check 140 2473 2491 2491 140 0 6 0 1091256 0", false)]
    public void The_self_check_must_notice_everything(string line, bool isGood) =>
        Assert.Equal(isGood, Read(line).Results[0].IsGood);

    [Fact]
    public void Shows_a_row_for_each_attack() => Assert.Equal(
        3, JitterReport.ToTable(Read(Kept, Late, Noticed).Results).Rows.Count);

    [Fact]
    public void Puts_the_number_of_windows_into_the_description()
    {
        Assert.Equal("a: 1\n  argument: 70\n",
            JitterRunner.WithWindows("a: 1\n  argument: 1000\n", 70));
        Assert.Throws<ToolchainException>(() => JitterRunner.WithWindows("a: 1\n", 70));
        Assert.Throws<ToolchainException>(
            () => JitterRunner.WithWindows("argument: 1\nargument: 2\n", 70));
    }

    private static JitterReader Read(params string[] lines)
    {
        JitterReader reader = new();
        foreach (string line in lines)
        {
            reader.Feed(line);
        }

        return reader;
    }
}
