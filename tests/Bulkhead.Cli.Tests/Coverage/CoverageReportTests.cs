// SPDX-License-Identifier: MIT
using Bulkhead.Cli.Coverage;

namespace Bulkhead.Cli.Tests.Coverage;

public sealed class CoverageReportTests
{
    private const string Some = """
        { "Bulkhead.Kernel.dll": { "/tree/src/kernel/A.cs": { "A": {
            "M()": { "Lines": { "3": 5, "4": 0 }, "Branches": [
                { "Line": 3, "Offset": 1, "Path": 0, "Hits": 2 },
                { "Line": 3, "Offset": 1, "Path": 1, "Hits": 0 } ] } } } } }
        """;

    private static readonly string s_other = Some.Replace("\"4\": 0", "\"4\": 1")
        .Replace("\"Path\": 1, \"Hits\": 0", "\"Path\": 1, \"Hits\": 3");

    [Fact]
    public void What_no_test_reached_is_named()
    {
        CoverageReport report = Read(Some);
        Assert.Equal((0.5, 0.5), (report.LineShare, report.BranchShare));
        Assert.Equal(
            ["src/kernel/A.cs: lines 4; branches at 3"], CoverageTable.Gaps(report));
    }

    [Fact]
    public void Several_runs_add_up()
    {
        CoverageReport report = Read(Some, s_other);
        Assert.Equal((1, 1), (report.LineShare, report.BranchShare));
        Assert.Empty(CoverageTable.Gaps(report));
    }

    [Fact]
    public void Nothing_measured_is_nothing_reached() => Assert.Equal(0, Read("{}").LineShare);

    [Fact]
    public void A_single_gap_is_never_a_hundred_per_cent() =>
        Assert.Equal("99.99", CoverageTable.Percent(CoverageReport.Share(1_000_000, 1)));

    [Theory]
    [InlineData("no report")]
    [InlineData("[]")]
    [InlineData("{ \"a\": { \"b\": { \"c\": { \"d\": {} } } } }")]
    public void Something_else_is_refused(string text) =>
        Assert.Throws<FormatException>(() => Read(text));

    private static CoverageReport Read(params string[] texts)
    {
        CoverageReport report = new("/tree");
        foreach (string text in texts) report.Add(text);
        return report;
    }
}
