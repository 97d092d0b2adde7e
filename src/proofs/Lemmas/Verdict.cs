// SPDX-License-Identifier: MIT
namespace Bulkhead.Proofs.Lemmas;

/// <summary>What became of a lemma.</summary>
internal enum Verdict
{
    /// <summary>There is a point where it does not hold, or the proof did not end.</summary>
    Failed,

    /// <summary>The solver proved the description, and the description agreed with the code at
    /// every point tried.</summary>
    Proved,

    /// <summary>The code itself was run at every point of the domain.</summary>
    Enumerated,

    /// <summary>The code was run at a part of the domain only, as the options asked.</summary>
    Sampled,
}
