// SPDX-License-Identifier: MIT
using Spectre.Console;

namespace Bulkhead.Proofs.Reports;

/// <summary>Results for people.</summary>
internal static class ResultTable
{
    /// <summary>Shows the results.</summary>
    internal static void Write(IReadOnlyList<LemmaResult> results)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            Out = new AnsiConsoleOutput(Console.Out),
        });
        if (Console.IsOutputRedirected) console.Profile.Width = 180;
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumns("lemma", "what holds", "functions", "result");
        foreach (LemmaResult result in results)
        {
            string colour = result.Stands ? "green" : "red";
            table.AddRow(
                new Text(result.Lemma.Name), new Text(result.Lemma.Sentence),
                new Text(string.Join('\n', result.Lemma.Functions)),
                new Markup($"[{colour}]{Markup.Escape(result.Words)}[/]"));
        }

        console.Write(table);
        foreach (LemmaResult result in results.Where(result => !result.Stands))
        {
            Console.Out.WriteLine($"{result.Lemma.Name}: {result.Counterexample}");
        }

        int failed = results.Count(result => !result.Stands);
        Console.Out.WriteLine($"{results.Count - failed} lemmas stand, {failed} failed");
    }
}
