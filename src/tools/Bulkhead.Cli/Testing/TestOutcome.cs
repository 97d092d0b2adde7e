// SPDX-License-Identifier: MIT
namespace Bulkhead.Cli.Testing;

/// <summary>One test that ran.</summary>
/// <param name="Suite">The suite that it belongs to.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsPassed">Whether it passed.</param>
/// <param name="Detail">Why it failed, or what it measured; may be empty.</param>
public sealed record TestOutcome(string Suite, string Name, bool IsPassed, string Detail)
{
    /// <summary>Whether the detail is worth showing although the test passed.</summary>
    public bool IsShown { get; init; }
}
