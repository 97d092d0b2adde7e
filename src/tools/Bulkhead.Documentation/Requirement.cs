// SPDX-License-Identifier: MIT
namespace Bulkhead.Documentation;

/// <summary>Something that the system promises.</summary>
/// <param name="Id">Its name, as tests cite it: <c>R-FLOW-1</c>.</param>
/// <param name="Text">What is promised, one sentence or two.</param>
/// <param name="Invariants">Invariants that it rests on: <c>I26</c>.</param>
public sealed record Requirement(string Id, string Text, params IReadOnlyList<string> Invariants)
{
    /// <summary>Commands and suites on the target that are evidence as well.</summary>
    public IReadOnlyList<string> Commands { get; init; } = [];

    /// <summary>Why no test shows it yet; null when tests do.</summary>
    public string? NotYet { get; init; }
}
