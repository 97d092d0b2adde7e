// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>Making protection domains.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class Domains<TAsp> where TAsp : struct, IAsp
{
    /// <summary>Takes a free row and a root table; both must be there. The address-space identifier
    /// follows from the row, so it is unique while the domain lives; the space is invalidated
    /// before its first use and at every unmapping.</summary>
    internal static Link<ProtectionDomain> Create(ref KernelState state, DomainQuota quota)
    {
        int index = FreeRow.Find<ProtectionDomain>(state.Domains);
        ref ProtectionDomain domain = ref state.Domains[index];
        Link<ProtectionDomain> link = Link<ProtectionDomain>.To(ref state, ref domain);
        domain.TablePagesQuota = quota.TablePages;
        domain.ObjectsQuota = quota.Objects;
        domain.TablePagesUsed = 0;
        domain.ObjectsUsed = 0;
        domain.Slots = Run<Capability>.Over<KernelState>(ref state, state.Spaces[index]);
        domain.RootTable = TableAllocator.Allocate(ref state, link);
        domain.TranslationRoot = TAsp.EncodeRoot(
            TAsp.StateBase.Plus(domain.RootTable.Offset), (ushort)(index + 1));
        TAsp.InvalidateSpace(domain.TranslationRoot);
        return link;
    }
}
