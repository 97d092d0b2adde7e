// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Packages;
using Spectre.Console;

namespace Bulkhead.Cli.Output;

/// <summary>
/// What the tool itself says. It goes to standard error, so that standard output carries only what
/// was asked for: the console log, a table, a report.
/// </summary>
public sealed class ToolOutput : IProgressReport
{
    private const int RedirectedWidth = 160;
    private const int LineWidth = 4096;

    /// <summary>For people: progress, errors, hints.</summary>
    public IAnsiConsole Error { get; } = Make(Console.Error, Console.IsErrorRedirected);

    /// <summary>For results.</summary>
    public IAnsiConsole Result { get; } = Make(Console.Out, Console.IsOutputRedirected);

    /// <inheritdoc/>
    public void Step(string text) => WriteLine(Error, $"[grey]»[/] {Markup.Escape(text)}");

    /// <summary>Says that something went wrong.</summary>
    /// <param name="text">What, and what to do.</param>
    public void Fail(string text) => WriteLine(Error, $"[red]error:[/] {Markup.Escape(text)}");

    /// <summary>Shows findings of a description.</summary>
    /// <param name="diagnostics">The findings.</param>
    public void Show(DiagnosticBag diagnostics)
    {
        foreach (Diagnostic diagnostic in diagnostics.Sorted())
        {
            string colour = diagnostic.Severity == Severity.Error ? "red" : "yellow";
            string severity = diagnostic.Severity == Severity.Error ? "error" : "warning";
            WriteLine(Error,
                $"[bold]{Markup.Escape(diagnostic.Mark.ToString())}:[/] "
                + $"[{colour}]{severity} {diagnostic.Id}:[/] "
                + Markup.Escape($"{diagnostic.Message}; {diagnostic.Remedy}"));
        }

        if (diagnostics.HasErrors)
        {
            string plural = diagnostics.ErrorCount == 1 ? "error" : "errors";
            WriteLine(Error, $"{diagnostics.ErrorCount} {plural}; nothing was written.");
        }
    }

    // A file or a pipe gets plain text and wide tables.
    private static IAnsiConsole Make(TextWriter writer, bool isRedirected)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = isRedirected ? RedirectedWidth : console.Profile.Width;
        return console;
    }

    /// <summary>Writes one line that is never broken, so that paths stay whole.</summary>
    /// <param name="console">Where.</param>
    /// <param name="markup">The line.</param>
    public static void WriteLine(IAnsiConsole console, string markup)
    {
        int width = console.Profile.Width;
        console.Profile.Width = LineWidth;
        console.MarkupLine(markup);
        console.Profile.Width = width;
    }
}
