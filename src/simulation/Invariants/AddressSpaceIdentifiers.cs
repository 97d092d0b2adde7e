// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I7.</summary>
internal sealed class AddressSpaceIdentifiers : KernelInvariant
{
    internal override int Number => 7;

    internal override string Sentence =>
        "Address-space identifiers (VMIDs) are unique among live domains, and none is the "
        + "kernel's own 0.";

    internal override string LooksAt => "translation roots of the domains";

    internal override CheckScope Scope => CheckScope.Tables;

    internal override void Check(Inspection at)
    {
        ulong seen = 0;
        Span<ushort> others = stackalloc ushort[Limits.DomainsMax];
        int count = 0;
        foreach (ref ProtectionDomain domain in (Span<ProtectionDomain>)at.State.Domains)
        {
            if (domain.Header.Kind == ObjectKind.None) continue;
            ushort space = new TranslationRoot(domain.TranslationRoot).Space;
            That(space != 0, "a domain has the kernel's address-space identifier");
            That(!others[..count].Contains(space),
                "two domains have the same address-space identifier");
            others[count++] = space;
            seen++;
        }
        That(seen != 0, "no domain lives");
    }
}
