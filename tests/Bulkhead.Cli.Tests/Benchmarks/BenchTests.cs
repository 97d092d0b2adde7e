// SPDX-License-Identifier: MIT
using System.Text.Json.Nodes;
using Bulkhead.Cli.Benchmarks;
using Spectre.Console;

namespace Bulkhead.Cli.Tests.Benchmarks;

public sealed class BenchTests
{
    [Fact]
    public void Reads_records_in_the_order_of_the_anchors()
    {
        BenchReader reader = Read("[b] #bench guest.hypercall 100 120 256", "noise",
            "#bench el0.null 81 90 1024", "[b] #bench guest.compute 1.001 1.002 3",
            "#bench end", "[b] #bench end");
        Assert.True(reader.IsComplete);
        Assert.Empty(reader.Damaged);
        Assert.Equal(["el0.null", "guest.hypercall", "guest.compute"],
            reader.Results.Select(result => result.Anchor.Id));
        Assert.Equal([false, true, true], reader.Results.Select(result => result.KeepsBudget));
        Assert.Equal(1.001m, reader.Results[2].Median);
    }

    [Fact]
    public void Is_complete_only_when_every_partition_ended()
    {
        Assert.False(Read("#bench end").IsComplete);
        Assert.Single(Read("#bench el0.null many 1 1").Damaged);
    }

    [Fact]
    public void Writes_the_report_that_other_tools_read()
    {
        BenchReader reader = Read("#bench ipc.other.1w 200 210 256", "#bench new.thing 5 6 7");
        JsonNode report = JsonNode.Parse(BenchReport.ToJson(
            reader.Results, new Dictionary<string, string> { ["cpu"] = "cortex-a72" }))!;
        Assert.Equal("cortex-a72", (string?)report["machine"]!["cpu"]);
        JsonNode first = report["results"]![0]!;
        Assert.Equal("ipc.other.1w", (string?)first["id"]);
        Assert.Equal((200, 210, 240, 130, 61), ((int)first["median"]!, (int)first["max"]!,
            (int)first["budget"]!, (int)first["goal"]!, (int)first["floor"]!));
        Assert.Equal(358, (int)first["peers"]!["NOVA"]!);
        Assert.Null(report["results"]![1]!["budget"]);
    }

    [Fact]
    public void Shows_a_row_for_each_figure()
    {
        Table table = BenchReport.ToTable(
            Read("#bench el0.null 81 90 1", "#bench x 1 2 3").Results);
        Assert.Equal(2, table.Rows.Count);
    }

    [Fact]
    public void Anchors_are_consistent()
    {
        Assert.Equal(BenchAnchors.All.Select(a => a.Id).Distinct(),
            BenchAnchors.All.Select(a => a.Id));
        Assert.All(BenchAnchors.All.Where(a => a.Budget is not null),
            anchor => Assert.True(anchor.Goal is null || anchor.Goal <= anchor.Budget));
    }

    private static BenchReader Read(params string[] lines)
    {
        BenchReader reader = new(partitionCount: 2);
        foreach (string line in lines)
        {
            reader.Feed(line);
        }

        return reader;
    }
}
