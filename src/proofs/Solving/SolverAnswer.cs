// SPDX-License-Identifier: MIT
using Bulkhead.Proofs.Lemmas;

namespace Bulkhead.Proofs.Solving;

/// <summary>What the solver said about a lemma.</summary>
/// <param name="IsProved">Whether the claim follows from assumptions that can be met.</param>
/// <param name="Milliseconds">Time that it took.</param>
/// <param name="Trouble">Why there is neither proof nor counterexample; null: there is one.</param>
/// <param name="Point">A point where the claim does not hold, by variable; null: none.</param>
internal sealed record SolverAnswer(
    bool IsProved, long Milliseconds, string? Trouble = null, ulong[]? Point = null)
{
    /// <summary>The failure in words.</summary>
    /// <returns>Null: it is proved.</returns>
    internal string? Explain(BitVectorLemma lemma)
    {
        if (IsProved) return null;
        if (Point is null) return Trouble ?? "the solver gave no answer";
        // The description and the code have the last word about the solver's point.
        return "z3 found " + new CrossCheck(lemma, ProofOptions.Full).Explain(Point);
    }
}
