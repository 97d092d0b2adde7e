// SPDX-License-Identifier: MIT
namespace Bulkhead.Cli.Benchmarks;

/// <summary>
/// What a figure is held against. All figures are instructions unless the id says else.
/// </summary>
/// <param name="Id">Identifier in records and in the JSON report.</param>
/// <param name="Operation">What is measured, a few words.</param>
/// <param name="Budget">What must be kept; null when there is none yet.</param>
/// <param name="Goal">Where it should go; null when there is none.</param>
/// <param name="Floor">What assembly that does only the named work costs; null when
/// unknown.</param>
/// <param name="Peers">What other systems cost, measured in the same way.</param>
public sealed record BenchAnchor(
    string Id,
    string Operation,
    decimal? Budget,
    decimal? Goal,
    decimal? Floor,
    IReadOnlyList<BenchPeer> Peers);
