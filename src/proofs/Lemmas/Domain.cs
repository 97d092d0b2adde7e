// SPDX-License-Identifier: MIT
namespace Bulkhead.Proofs.Lemmas;

/// <summary>The values that a variable takes: what the solver assumes and the random points
/// obey.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Mask">Bits that may be set.</param>
/// <param name="Greatest">Greatest value.</param>
internal sealed record Domain(BitVector Variable, ulong Mask, ulong Greatest)
{
    private readonly ulong _range = Greatest + 1;

    /// <summary>Whether a value of the variable is in the domain, as far as its width alone does
    /// not say so.</summary>
    internal IEnumerable<Formula> Assumptions
    {
        get
        {
            ulong all = ulong.MaxValue >> (64 - Variable.Width);
            if (Mask != all) yield return (Variable & (all & ~Mask)).Is(0);
            if (Greatest < all) yield return Variable.IsAtMost(Greatest);
        }
    }

    /// <summary>Brings any value into the domain.</summary>
    internal ulong Fit(ulong value) =>
        (value & Mask) <= Greatest ? value & Mask : value % _range & Mask;
}
