// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I13.</summary>
internal sealed class ControlRegisters : KernelInvariant
{
    internal override int Number => 13;

    internal override string Sentence =>
        "A context's control registers are those of its kind: its own domain's translation root, "
        + "native mode for a thread, guest mode for a virtual CPU, and they never change.";

    internal override string LooksAt => "control registers of every context";

    internal override void Check(Inspection at)
    {
        ref KernelState state = ref at.State;
        foreach (int index in at.Changes.Contexts)
        {
            ref ExecutionContext context = ref state.Contexts[index];
            That(context.Controls.TranslationRoot == context.Domain.In(ref state).TranslationRoot,
                "a context runs in another domain's address space");
            ulong mode = context.IsVcpu ? SimulatedAsp.GuestMode : SimulatedAsp.NativeMode;
            That(context.Controls.Mode == mode, "a context has the mode of another kind");
            if (!at.Earlier.IsKnown || at.Earlier[index].Key != context.Key
                || at.Earlier[index].Header.Kind == ObjectKind.None) continue;
            That(at.Earlier[index].Controls.StackTop == context.Controls.StackTop
                && at.Earlier[index].Controls.Traps == context.Controls.Traps,
                "a control register changed");
        }
    }
}
