// SPDX-License-Identifier: MIT
namespace Bulkhead.Proofs.Lemmas;

/// <summary>What became of a lemma.</summary>
/// <param name="Lemma">The lemma.</param>
/// <param name="Verdict">The outcome.</param>
/// <param name="PointCount">Points at which the code was run.</param>
/// <param name="SolverMilliseconds">Time of the solver; 0: none was asked.</param>
/// <param name="Milliseconds">Time of everything.</param>
/// <param name="Counterexample">Where and how it fails; null: it does not.</param>
internal sealed record LemmaResult(
    Lemma Lemma, Verdict Verdict, ulong PointCount, long SolverMilliseconds, long Milliseconds,
    string? Counterexample = null)
{
    /// <summary>Whether the lemma stands.</summary>
    internal bool Stands => Verdict != Verdict.Failed;

    /// <summary>The outcome in the words that documentation may use.</summary>
    internal string Words => Verdict switch
    {
        Verdict.Proved =>
            $"proved by z3 in {SolverMilliseconds} ms, {PointCount:N0} cross-checks",
        Verdict.Enumerated => $"enumerated, all {Count(PointCount)} points",
        Verdict.Sampled => $"sampled only, {PointCount:N0} points",
        _ => "FAILED",
    };

    private static string Count(ulong points) => ulong.IsPow2(points) && points > 1024
        ? $"2^{ulong.Log2(points)}" : points.ToString("N0");
}
