// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text.Json;

namespace Bulkhead.Documentation;

/// <summary>The README's table of figures, out of the report that <c>./bulkhead bench --json</c>
/// writes.</summary>
public static class FigureTable
{
    /// <summary>Line in front of the table.</summary>
    public const string Begin =
        "<!-- bench: BULKHEAD_BENCH=FILE ./bulkhead test --only Repository -->";

    /// <summary>Line behind the table.</summary>
    public const string End = "<!-- end of bench -->";

    private const string Heading = """
        | operation | here | budget | others |
        |---|---|---|---|

        """;

    /// <summary>Writes the table.</summary>
    /// <param name="report">The report, JSON.</param>
    /// <param name="operations">What is measured, in words, by the report's ids; others are left
    /// out.</param>
    /// <returns>Markdown with a line end at its end.</returns>
    public static string Of(string report, IReadOnlyDictionary<string, string> operations)
    {
        using JsonDocument document = JsonDocument.Parse(report);
        return Heading + string.Concat(
            from result in document.RootElement.GetProperty("results").EnumerateArray()
            where operations.ContainsKey(result.GetProperty("id").GetString()!)
            select Row(result, operations[result.GetProperty("id").GetString()!]) + "\n");
    }

    /// <summary>Puts a table between the marks of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="table">The table.</param>
    /// <returns>The new page.</returns>
    /// <exception cref="FormatException">The page lacks the marks.</exception>
    public static string Insert(string page, string table)
    {
        string[] front = page.Split(Begin);
        string[] back = page.Split(End);
        return front.Length == 2 && back.Length == 2
            ? $"{front[0]}{Begin}\n\n{table}\n{End}{back[1]}"
            : throw new FormatException("the page lacks the marks of the table");
    }

    /// <summary>The beginning of an operation's row, up to its figure.</summary>
    /// <param name="operation">The operation in words.</param>
    /// <returns>The text.</returns>
    public static string RowStart(string operation) => $"| {operation} | ";

    private static string Row(JsonElement result, string operation)
    {
        IEnumerable<string> peers = result.GetProperty("peers").EnumerateObject()
            .Select(peer => $"{peer.Name} {Number(peer.Value)}");
        return $"{RowStart(operation)}{Number(result.GetProperty("median"))} "
            + $"| {Number(result.GetProperty("budget"))} | {string.Join(", ", peers)} |";
    }

    private static string Number(JsonElement value) => value.ValueKind == JsonValueKind.Number
        ? value.GetDecimal().ToString("#,0.####", CultureInfo.InvariantCulture) : "";
}
