// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>
/// Taking capabilities back. The derivation tree is walked without recursion, leaves first; an
/// object whose first capability goes is destroyed; a domain that is destroyed takes what is in its
/// space with it.
/// </summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class Revocation<TAsp>
    where TAsp : struct, IAsp
{
    private const int CapabilitiesMax = Limits.DomainsMax * Limits.SelectorsMax;

    /// <summary>Removes everything derived from a capability, and perhaps the capability.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="top">The capability.</param>
    /// <param name="includesTop">Whether it goes too.</param>
    internal static void Revoke(ref KernelState state, Link<Capability> top, bool includesTop)
    {
        RemoveBelow(ref state, top);
        if (includesTop) Remove(ref state, top);
        // Domains that died leave capabilities behind: those in their spaces, and the first
        // capabilities of their contexts and of the domains that they pay for.
        for (int count = 0; count < CapabilitiesMax; count++)
        {
            Link<Capability> next = FindOrphan(ref state);
            if (next.IsNone) break;
            RemoveBelow(ref state, next);
            Remove(ref state, next);
        }
    }

    private static void RemoveBelow(ref KernelState state, Link<Capability> top)
    {
        Link<Capability> at = top;
        for (int count = 0; count < 2 * CapabilitiesMax; count++)
        {
            ref Capability capability = ref at.In(ref state);
            if (!capability.FirstChild.IsNone)
            {
                at = capability.FirstChild;
                continue;
            }
            if (at == top) break;
            Link<Capability> parent = capability.Parent;
            Remove(ref state, at);
            at = parent;
        }
    }

    private static void Remove(ref KernelState state, Link<Capability> link)
    {
        Capability capability = link.In(ref state);
        if (capability.IsEmpty) return;
        if (capability.Kind == ObjectKind.MemorySegment)
        {
            Mappings<TAsp>.RemoveBySource(ref state, link);
        }

        // Whoever is using it at this moment has finished before it goes.
        int space = (int)link.Behind(Link<Capability>.To(ref state, ref state.Spaces[0][0]))
            / Limits.SelectorsMax;
        Standstill<TAsp>.HoldAll(ref state, state.Domains[space].CpuMask);
        bool isRoot = capability.Object.In(ref state).Root == link;
        CapabilitySpace.Clear(ref state, link);
        if (isRoot) Destruction<TAsp>.Destroy(ref state, capability.Kind, capability.Object);
    }

    // A dying domain has its header's kind gone but its slots still set; see Destruction.
    private static Link<Capability> FindOrphan(ref KernelState state)
    {
        for (int index = 0; index < Limits.DomainsMax; index++)
        {
            ref ProtectionDomain domain = ref state.Domains[index];
            if (domain.IsDying == 0) continue;
            Link<Capability> orphan = FindInSpace(ref state, index);
            Link<ProtectionDomain> link = Link<ProtectionDomain>.To(ref state, ref domain);
            if (orphan.IsNone) orphan = FindContext(ref state, link);
            if (orphan.IsNone) orphan = FindPaidDomain(ref state, link);
            if (!orphan.IsNone) return orphan;
            Destruction<TAsp>.FinishDomain(ref state, ref domain);
        }
        return default;
    }

    private static Link<Capability> FindInSpace(ref KernelState state, int index)
    {
        for (int selector = 0; selector < Limits.SelectorsMax; selector++)
        {
            ref Capability slot = ref state.Spaces[index][selector];
            if (!slot.IsEmpty) return Link<Capability>.To(ref state, ref slot);
        }
        return default;
    }

    // What another domain's creator holds stands on this domain's quota.
    private static Link<Capability> FindPaidDomain(
        ref KernelState state, Link<ProtectionDomain> payer)
    {
        for (int index = 0; index < Limits.DomainsMax; index++)
        {
            ref ObjectHeader header = ref state.Domains[index].Header;
            if (header.Kind != ObjectKind.None && header.Payer == payer) return header.Root;
        }
        return default;
    }

    private static Link<Capability> FindContext(
        ref KernelState state, Link<ProtectionDomain> domain)
    {
        for (int index = 0; index < KernelState.ContextsMax; index++)
        {
            ref ExecutionContext context = ref state.Contexts[index];
            if (context.Header.Kind != ObjectKind.None
                && context.Domain == domain) return context.Header.Root;
        }
        return default;
    }
}
