// SPDX-License-Identifier: MIT
namespace Bulkhead.Proofs.Tests;

/// <summary>Enough of each lemma for a quick run.</summary>
internal static class QuickOptions
{
    internal static ProofOptions All { get; } = new(5_000, 1 << 17, 120, 1);
}
