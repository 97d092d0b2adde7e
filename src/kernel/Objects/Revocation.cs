// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>
/// Taking capabilities back, in steps: between two of them an interrupt may be taken. The
/// derivation tree itself says how far it has come. A capability that is being removed has no
/// rights any more; what was derived from it moves up, one after the other, until it is a leaf. An
/// object whose first capability goes is destroyed; a domain that is destroyed takes what is in its
/// space with it.
/// </summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class Revocation<TAsp> where TAsp : struct, IAsp
{
    // Each capability moves up once and goes in a few steps; more there cannot be.
    private const int StepsMax = 8 * Limits.DomainsMax * Limits.SelectorsMax;

    /// <summary>Removes everything derived from a capability, and perhaps the capability, which
    /// goes last: it tells a call that is repeated that there is something left.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="top">The capability.</param>
    /// <param name="includesTop">Whether it goes too.</param>
    /// <returns>False when an interrupt is pending before all of it is done.</returns>
    internal static bool Revoke(ref KernelState state, Link<Capability> top, bool includesTop)
    {
        if (includesTop) top.In(ref state).Rights = Rights.None;
        for (int count = 0; count < StepsMax && TakeStep(ref state, top, includesTop); count++)
        {
            // Nobody is held for longer than a step.
            Standstill<TAsp>.Release(ref state);
            if (StructureLock<TAsp>.IsDue(ref state)) return false;
        }
        return true;
    }

    // Whether there was anything left.
    private static bool TakeStep(ref KernelState state, Link<Capability> top, bool includesTop)
    {
        if (RemoveBelow(ref state, top)) return true;
        ref Capability capability = ref top.In(ref state);
        bool isDomain = capability.Kind == ObjectKind.ProtectionDomain;
        if (includesTop && isDomain && capability.Object.In(ref state).Root == top)
        {
            Destruction<TAsp>.Destroy(ref state, capability.Kind, capability.Object);
        }
        // Domains that died leave capabilities behind: those in their spaces, and the first
        // capabilities of their contexts and of the domains that they pay for.
        if (DyingDomain<TAsp>.TakeStep(ref state)) return true;
        return includesTop && !top.In(ref state).IsEmpty && !Remove(ref state, top);
    }

    /// <summary>One step of removing what was derived from a capability. Whatever names an object
    /// stays below the object's first capability, which goes last.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="top">The capability.</param>
    /// <returns>False when nothing is left.</returns>
    internal static bool RemoveBelow(ref KernelState state, Link<Capability> top)
    {
        Link<Capability> link = top.In(ref state).FirstChild;
        if (link.IsNone) return false;
        // First capabilities with a parent are those of segments.
        for (int depth = 0; depth <= KernelState.SegmentsMax; depth++)
        {
            ref Capability capability = ref link.In(ref state);
            Link<Capability> child = capability.FirstChild;
            if (child.IsNone)
            {
                Remove(ref state, link);
                return true;
            }
            // Nobody can take back any more what moves up, but for whoever takes this back.
            capability.Rights = Rights.None;
            if (capability.Object.In(ref state).Root != link)
            {
                CapabilitySpace.Detach(ref state, child);
                CapabilitySpace.Attach(ref state, child, top);
                return true;
            }
            top = link;
            link = child;
        }
        return true;
    }

    /// <summary>One step of removing a capability from which nothing is derived.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="link">The capability.</param>
    /// <returns>Whether it is gone.</returns>
    internal static bool Remove(ref KernelState state, Link<Capability> link)
    {
        ref Capability capability = ref link.In(ref state);
        capability.Rights = Rights.None;
        if (capability.MappingCount != 0)
        {
            Mappings<TAsp>.RemoveNext(ref state, ref capability.Cursor, link, default);
            return false;
        }

        // Whoever is using it at this moment has finished before it goes.
        int space = (int)link.Behind(Link<Capability>.To(ref state, ref state.Spaces[0][0]))
            / Limits.SelectorsMax;
        Standstill<TAsp>.HoldAll(ref state, state.Domains[space].CpuMask);
        ObjectKind kind = capability.Kind;
        Link<ObjectHeader> target = capability.Object;
        bool isRoot = target.In(ref state).Root == link;
        if (isRoot && !Destruction<TAsp>.Prepare(ref state, kind, target)) return false;
        CapabilitySpace.Clear(ref state, link);
        if (isRoot) Destruction<TAsp>.Destroy(ref state, kind, target);
        return true;
    }
}
