// SPDX-License-Identifier: MIT
using System.Globalization;
using Bulkhead.Toolchain.Sizes;
using Spectre.Console;

namespace Bulkhead.Cli.Benchmarks;

/// <summary>Shows what features of the language add to a program.</summary>
public static class SizeReport
{
    /// <summary>Whether a feature is meant by a text.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="text">Part of its name or title, in any case; empty means all.</param>
    public static bool IsPicked(Feature feature, string text) =>
        feature.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
        || feature.Title.Contains(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>Makes the table.</summary>
    /// <param name="sizes">The smallest program, then the features.</param>
    /// <returns>The table.</returns>
    public static Table ToTable(IReadOnlyList<FeatureSize> sizes)
    {
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumn("feature");
        table.AddColumn("source");
        table.AddColumn(new TableColumn("text").RightAligned());
        table.AddColumn(new TableColumn("loaded").RightAligned());
        FeatureSize smallest = sizes[0];
        AddRow(table, smallest, Bytes(smallest.Sizes.Text), Bytes(smallest.Sizes.Loaded));
        foreach (FeatureSize size in sizes.Skip(1))
        {
            AddRow(
                table, size, More(size.TextOver(smallest)), More(size.LoadedOver(smallest)));
        }

        table.Caption("bytes; each feature over the smallest program. text: code; loaded: code, "
            + "constants, data and the tables of names, lines and handlers");
        return table;
    }

    private static void AddRow(Table table, FeatureSize size, string text, string loaded) =>
        table.AddRow(
            Markup.Escape(size.Feature.Title), Markup.Escape(size.Feature.Name + ".cs"), text,
            loaded);

    private static string Bytes(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string More(long value) =>
        value.ToString("+#,0;-#,0;0", CultureInfo.InvariantCulture);
}
