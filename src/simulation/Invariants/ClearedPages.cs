// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Communication;
using Bulkhead.Kernel.Memory;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I8.</summary>
internal sealed class ClearedPages : KernelInvariant
{
    internal override int Number => 8;

    internal override string Sentence =>
        "A page of the kernel's that left its owner, a message page or a table page, is all zero "
        + "before anyone else can have it.";

    internal override string LooksAt => "free message pages and free table pages";

    internal override CheckScope Scope => CheckScope.Tables;

    internal override void Check(Inspection at)
    {
        ref KernelState state = ref at.State;
        for (int index = 0; index < KernelState.UtcbsMax; index++)
        {
            if (!state.UtcbOwners[index].IsNone) continue;
            // The beginning is what messages use; the rest is for the full depth.
            ReadOnlySpan<ulong> page = state.Utcbs[index];
            if (!at.IsFull) page = page[..64];
            That(!page.ContainsAnyExcept(0ul), "a free message page is not clear");
        }
        if (!at.IsFull) return;
        for (int index = 0; index < KernelState.TablePagesMax; index++)
        {
            if (!state.TableRecords[index].Owner.IsNone) continue;
            That(!((ReadOnlySpan<ulong>)state.Tables[index]).ContainsAnyExcept(0ul),
                "a free table page is not clear");
        }
    }
}
