// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Invariants;

/// <summary>I5.</summary>
internal sealed class CachedTranslations : KernelInvariant
{
    internal override int Number => 5;

    internal override string Sentence =>
        "Every cached translation equals the table it came from when a call returns: what was "
        + "unmapped was invalidated.";

    internal override string LooksAt => "the machine's translation caches, memory";

    internal override CheckScope Scope => CheckScope.Tables;

    internal override void Check(Inspection at)
    {
        string? stale = at.Machine.Walker.FindStale();
        That(stale is null, $"stale translation: {stale}");
    }
}
