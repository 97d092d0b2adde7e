// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I23.</summary>
internal sealed class LiveReferences : KernelInvariant
{
    internal override int Number => 23;

    internal override string Sentence =>
        "Every capability, and every link whose generation or key is current, leads to a live "
        + "object of its kind; every live object has its first capability; keys are unique.";

    internal override string LooksAt => "object headers, capabilities, portals, contexts";

    internal override CheckScope Scope => CheckScope.Objects;

    internal override void Check(Inspection at)
    {
        // The dear look at all objects is for when some may have gone.
        if (at.IsFull || at.IsRevocation) CheckHeaders(ref at.State);
        CheckCapabilities(at);
        CheckContexts(at);
        CheckPortals(at);
    }

    // What the boot made and nobody may take back has no capability.
    private static void CheckHeaders(ref KernelState state)
    {
        foreach (ref readonly ObjectHandle handle in ObjectHandle.All(ref state).AsSpan())
        {
            ref ObjectHeader header = ref handle.Link.In(ref state);
            if (header.Kind == ObjectKind.None)
            {
                That(header.Root.IsNone && header.Payer.IsNone,
                    $"a free {handle.Kind} row has a capability or a payer");
                continue;
            }
            That(header.Kind == handle.Kind, $"another kind in the pool of {handle.Kind}");
            if (handle.Link.Offset == state.System.RootThread.Offset) continue;
            if (handle.Link.Offset == state.System.RootThread.In(ref state).Scheduling.Offset)
            {
                continue;
            }
            That(!header.Root.IsNone, $"a live {handle.Kind} has no capability");
            That(header.Root.In(ref state).Object == handle.Link,
                $"the first capability of a {handle.Kind} names another object");
        }
    }

    private static void CheckCapabilities(Inspection at)
    {
        ref KernelState state = ref at.State;
        foreach (ref ProtectionDomain domain in (Span<ProtectionDomain>)state.Domains)
        {
            That(domain.Dying == DyingPhase.None || at.MayBeUnfinished,
                "a dying domain outlives its hypercall");
        }
        foreach (Link<Capability> self in at.Slots)
        {
            ref Capability slot = ref self.In(ref state);
            // What a repeated call finds its way by.
            if (slot.Rights == Rights.None && at.MayBeUnfinished) continue;
            ref ObjectHeader header = ref slot.Object.In(ref state);
            That(header.Kind == slot.Kind, "a capability outlives its object");
            if (slot.Parent.IsNone)
            {
                That(header.Root == self, "a capability without parent is not the first");
            }
            else
            {
                // An object's first capability is above all others, even when many go in steps.
                bool isCopy = slot.Object == slot.Parent.In(ref state).Object;
                That(isCopy == (header.Root != self), "a capability hangs under another object");
            }
        }
    }

    private static void CheckContexts(Inspection at)
    {
        ref KernelState state = ref at.State;
        foreach (int index in at.Contexts)
        {
            ref ExecutionContext context = ref state.Contexts[index];
            That(context.Self == Link<ExecutionContext>.To(ref state, ref context),
                "a context's link to itself leads elsewhere");
            ref ProtectionDomain domain = ref context.Domain.In(ref state);
            That(domain.Header.Kind == ObjectKind.ProtectionDomain
                || domain.Dying != DyingPhase.None, "a context outlives its domain");
            bool isEnding = context.State == ContextState.Off && at.MayBeUnfinished;
            That(isEnding || context.IsVcpu != !context.Utcb.IsNone,
                "a context is neither thread nor virtual CPU");
            That((context.Key & 0xffff) != 0, "a context without a key");
            if (!context.FaultPortal.IsNone)
            {
                CheckPortal(ref state, context.FaultPortal, context.FaultPortalGeneration);
            }
            if (!context.Scheduling.IsNone)
            {
                That(context.Scheduling.In(ref state).Home == context.Self,
                    "a context has another one's scheduling context");
            }
            if (!context.IsVcpu) continue;
            ref VirtualCpu vcpu = ref context.Vcpu.In(ref state);
            That(vcpu.Context == context.Self, "a virtual CPU belongs to another context");
            foreach (ref ExitPortal exit in (Span<ExitPortal>)vcpu.Portals)
            {
                That(!exit.Portal.IsNone, "a virtual CPU lacks an exit portal");
                CheckPortal(ref state, exit.Portal, exit.Generation);
            }
        }
        foreach (ref SchedulingContext entry in at.SchedulingContexts)
        {
            if (entry.Header.Kind == ObjectKind.None || entry.Home.IsNone) continue;
            That(at.IsLive(entry.Home), "a scheduling context outlives its home");
            That(entry.Home.In(ref state).Scheduling
                == Link<SchedulingContext>.To(ref state, ref entry),
                "a home has another scheduling context");
        }
    }

    // A remembered generation that is still current must be that of a live portal.
    private static void CheckPortal(ref KernelState state, Link<Portal> link, uint generation)
    {
        ref Portal portal = ref link.In(ref state);
        That(portal.Header.Generation != generation || portal.Header.Kind == ObjectKind.Portal,
            "the generation of a portal that is gone is still good");
    }

    private static void CheckPortals(Inspection at)
    {
        ref KernelState state = ref at.State;
        if (!at.IsFull && !at.IsRevocation) return;
        foreach (ref Portal portal in (Span<Portal>)state.Portals)
        {
            if (portal.Header.Kind == ObjectKind.None) continue;
            ref ExecutionContext server = ref portal.Server.In(ref state);
            if (server.Key != portal.ServerKey) continue;
            That(at.IsLive(portal.Server) && server.IsServer != 0,
                "the key of a server that is gone is still good");
        }
    }
}
