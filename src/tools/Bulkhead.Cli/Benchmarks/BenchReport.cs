// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Bulkhead.Cli.Benchmarks;

/// <summary>Shows figures as a table and writes them as JSON.</summary>
public static class BenchReport
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Makes the table.</summary>
    /// <param name="results">What was measured.</param>
    /// <returns>The table.</returns>
    public static Table ToTable(IReadOnlyList<BenchResult> results)
    {
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumn("id");
        table.AddColumn("operation");
        foreach (string name in new[] { "median", "max", "budget", "goal", "floor" })
        {
            table.AddColumn(new TableColumn(name).RightAligned());
        }

        table.AddColumn("peers");
        foreach (BenchResult result in results)
        {
            BenchAnchor anchor = result.Anchor;
            string colour = !result.KeepsBudget ? "red" : result.ReachesGoal ? "green" : "default";
            string peers = string.Join(
                ", ", anchor.Peers.Select(peer => $"{peer.Name} {Text(peer.Median)}"));
            table.AddRow(
                Markup.Escape(anchor.Id), Markup.Escape(anchor.Operation),
                $"[{colour}]{Text(result.Median)}[/]", Text(result.Maximum),
                Text(anchor.Budget), Text(anchor.Goal), Text(anchor.Floor), Markup.Escape(peers));
        }

        table.Caption("instructions (QEMU -icount), not cycles, unless the operation says else; "
            + "red: over budget, green: goal");
        return table;
    }

    /// <summary>Makes the JSON report.</summary>
    /// <param name="results">What was measured.</param>
    /// <param name="machine">What it was measured on: names and values.</param>
    /// <returns>The report, with a line end at its end.</returns>
    public static string ToJson(
        IReadOnlyList<BenchResult> results, IReadOnlyDictionary<string, string> machine)
    {
        JsonObject machineNode = [];
        foreach ((string name, string value) in machine)
        {
            machineNode.Add(name, value);
        }

        JsonObject report = new()
        {
            ["machine"] = machineNode,
            ["results"] = new JsonArray([.. results.Select(ToNode)]),
        };
        return report.ToJsonString(s_options) + "\n";
    }

    private static JsonNode ToNode(BenchResult result)
    {
        JsonObject peers = [];
        foreach (BenchPeer peer in result.Anchor.Peers)
        {
            peers.Add(peer.Name, peer.Median);
        }

        return new JsonObject
        {
            ["id"] = result.Anchor.Id,
            ["median"] = result.Median,
            ["max"] = result.Maximum,
            ["count"] = result.Count,
            ["budget"] = result.Anchor.Budget,
            ["goal"] = result.Anchor.Goal,
            ["floor"] = result.Anchor.Floor,
            ["peers"] = peers,
        };
    }

    private static string Text(decimal? value) =>
        value?.ToString("#,0.####", CultureInfo.InvariantCulture) ?? "–";
}
