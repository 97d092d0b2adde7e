// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Diagnostics;

/// <summary>One finding: where, what is wrong, and what to do about it.</summary>
/// <param name="Id">Stable identifier, see <see cref="DiagnosticId"/>.</param>
/// <param name="Severity">Whether it stops the build.</param>
/// <param name="Mark">Where it was found.</param>
/// <param name="Message">What is wrong, one sentence without a final full stop.</param>
/// <param name="Remedy">What to do, one sentence without a final full stop.</param>
public sealed record Diagnostic(
    string Id, Severity Severity, SourceMark Mark, string Message, string Remedy)
{
    /// <summary>One line: <c>file:line:column: error BH0004: what; what to do</c>.</summary>
    /// <returns>The line, without a line end.</returns>
    public override string ToString()
    {
        string severity = Severity == Severity.Error ? "error" : "warning";
        return $"{Mark}: {severity} {Id}: {Message}; {Remedy}";
    }
}
