// SPDX-License-Identifier: MIT
using System.Collections;

namespace Bulkhead.Integration.Diagnostics;

/// <summary>Collects every finding of a run, so that a user meets all of them at once.</summary>
public sealed class DiagnosticBag : IReadOnlyCollection<Diagnostic>
{
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>True when at least one error was reported.</summary>
    public bool HasErrors => _diagnostics.Any(d => d.Severity == Severity.Error);

    /// <summary>How many errors were reported.</summary>
    public int ErrorCount => _diagnostics.Count(d => d.Severity == Severity.Error);

    /// <inheritdoc/>
    public int Count => _diagnostics.Count;

    /// <summary>Reports an error.</summary>
    /// <param name="id">One of <see cref="DiagnosticId"/>.</param>
    /// <param name="mark">Where.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="remedy">What to do.</param>
    public void Error(string id, SourceMark mark, string message, string remedy) =>
        Add(new Diagnostic(id, Severity.Error, mark, message, remedy));

    /// <summary>Reports a warning.</summary>
    /// <param name="id">One of <see cref="DiagnosticId"/>.</param>
    /// <param name="mark">Where.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="remedy">What to do.</param>
    public void Warning(string id, SourceMark mark, string message, string remedy) =>
        Add(new Diagnostic(id, Severity.Warning, mark, message, remedy));

    /// <summary>The findings in file order, errors and warnings mixed, each once.</summary>
    /// <returns>The findings sorted by file, line and column.</returns>
    public IReadOnlyList<Diagnostic> Sorted() =>
        [.. _diagnostics.OrderBy(d => d.Mark.File, StringComparer.Ordinal)
            .ThenBy(d => d.Mark.Line).ThenBy(d => d.Mark.Column)];

    /// <inheritdoc/>
    public IEnumerator<Diagnostic> GetEnumerator() => _diagnostics.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Add(Diagnostic diagnostic)
    {
        if (!_diagnostics.Contains(diagnostic))
        {
            _diagnostics.Add(diagnostic);
        }
    }
}
