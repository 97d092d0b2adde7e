// SPDX-License-Identifier: MIT
using System.Text.Json;

namespace Bulkhead.Proofs.Reports;

/// <summary>Results for programs.</summary>
internal static class ResultJson
{
    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true };

    /// <summary>The results as JSON.</summary>
    /// <param name="results">The results.</param>
    /// <param name="solver">The solver's name and version.</param>
    internal static string Of(IReadOnlyList<LemmaResult> results, string solver) =>
        JsonSerializer.Serialize(
            new
            {
                solver,
                failed = results.Count(result => !result.Stands),
                lemmas = results.Select(result => new
                {
                    name = result.Lemma.Name,
                    sentence = result.Lemma.Sentence,
                    functions = result.Lemma.Functions,
                    verdict = result.Verdict.ToString().ToLowerInvariant(),
                    points = result.PointCount,
                    solverMilliseconds = result.SolverMilliseconds,
                    milliseconds = result.Milliseconds,
                    counterexample = result.Counterexample,
                }),
            },
            s_options);
}
