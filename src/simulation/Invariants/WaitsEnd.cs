// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I27.</summary>
internal sealed class WaitsEnd : KernelInvariant
{
    internal override int Number => 27;

    internal override string Sentence =>
        "The graph of who waits for whom has no cycle: every chain of calls and help ends at a "
        + "context that neither calls nor helps, and each wait can be ended from outside.";

    internal override string LooksAt => "partners of contexts that call or help";

    internal override void Check(Inspection at)
    {
        if (!at.Changes.HaveLinks) return;
        ref KernelState state = ref at.State;
        foreach (int index in at.Contexts)
        {
            ref ExecutionContext context = ref state.Contexts[index];
            if (context.State is not (ContextState.Calling or ContextState.Helping)) continue;
            Link<ExecutionContext> end = at.EndOfChain(context.Self);
            That(at.IsLive(end) && end.In(ref state).State != ContextState.Off,
                "a chain of calls ends at a context that can never go on");
        }
    }
}
