// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I25.</summary>
internal sealed class ReplyRights : KernelInvariant
{
    internal override int Number => 25;

    internal override string Sentence =>
        "A context waits for a reply exactly when one live server owes it one; a server is open "
        + "to calls exactly when it is idle, and knows how many help it.";

    internal override string LooksAt => "callers, partners, helpers and accept keys of contexts";

    internal override void Check(Inspection at)
    {
        if (!at.Changes.HaveLinks) return;
        ref KernelState state = ref at.State;
        Span<int> helpers = stackalloc int[KernelState.ContextsMax];
        helpers.Clear();
        foreach (int index in at.Contexts)
        {
            ref ExecutionContext context = ref state.Contexts[index];
            CheckPartner(at, ref context);
            if (!context.Caller.IsNone) CheckCaller(at, ref context);
            bool isIdle = context.State == ContextState.Idle;
            // Since a message was begun in its page, also when its sender never comes back.
            bool isMarked = context.AcceptKey >> 63 != 0;
            That(isMarked ? context.State != ContextState.Off
                : context.AcceptKey == (isIdle ? context.Key : 0),
                $"@{context.Self.Offset:x} accepts calls in the wrong state");
            That(!isIdle || (context.IsServer != 0 && context.Caller.IsNone),
                "an idle context that is no free server");
            That(context.State != ContextState.Halted || context.IsVcpu, "a thread is halted");
            That(context.ReportPending == 0 || context.IsVcpu, "a thread reports");
            if (context.State == ContextState.Helping) helpers[at.IndexOf(context.Partner)]++;
        }
        foreach (int index in at.Contexts)
        {
            That(state.Contexts[index].HelperCount == helpers[index],
                $"context {index} counts its helpers wrongly");
        }
    }

    private static void CheckCaller(Inspection at, ref ExecutionContext context)
    {
        That(at.IsLive(context.Caller), "a caller is gone");
        ref ExecutionContext caller = ref context.Caller.In(ref at.State);
        That(caller.State == ContextState.Calling && caller.Partner == context.Self,
            "a caller does not know that it calls");
        That(context.IsServer != 0, "something that is no server has a caller");
    }

    private static void CheckPartner(Inspection at, ref ExecutionContext context)
    {
        bool isLinked = context.State is ContextState.Calling or ContextState.Helping;
        That(isLinked == !context.Partner.IsNone,
            "a partner without a call, or a call without partner");
        That(isLinked == (context.CallKind != CallKind.None),
            "the kind of a call does not fit the state");
        if (!isLinked) return;
        That(at.IsLive(context.Partner), "a partner is gone");
        ref ExecutionContext partner = ref context.Partner.In(ref at.State);
        That(partner.State != ContextState.Off, "somebody waits for a context that is off");
        That(context.CallKind == CallKind.Exit == context.IsVcpu,
            "an exit of a thread, or a call of a guest");
        That(context.State == ContextState.Helping || partner.Caller == context.Self,
            "a server does not know its caller");
    }
}
