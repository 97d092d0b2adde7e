// SPDX-License-Identifier: MIT
namespace Bulkhead.Proofs.Lemmas;

/// <summary>How much is done for each lemma.</summary>
/// <param name="CrossCheckCount">Random points at which a description is held against the
/// code.</param>
/// <param name="EnumeratedMax">Points of an enumeration at most; a larger domain is only sampled,
/// and the result says so.</param>
/// <param name="SolverSeconds">Longest time for a question to the solver.</param>
/// <param name="Seed">Chooses the random points.</param>
internal sealed record ProofOptions(
    int CrossCheckCount, ulong EnumeratedMax, int SolverSeconds, ulong Seed)
{
    /// <summary>Everything: 10^6 points, and every enumeration completely.</summary>
    internal static ProofOptions Full { get; } = new(1_000_000, ulong.MaxValue, 300, 1);
}
