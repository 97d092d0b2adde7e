// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I6.</summary>
internal sealed class BreakBeforeMake : KernelInvariant
{
    internal override int Number => 6;

    internal override string Sentence =>
        "No table entry goes from one valid value to a different valid one within one call: it "
        + "is invalid in between, and its space invalidated.";

    internal override string LooksAt => "table pages in use, now and at the last check";

    internal override CheckScope Scope => CheckScope.ChangedTables;

    internal override void Check(Inspection at)
    {
        if (!at.HasEvent) return;
        for (int page = 0; page < KernelState.TablePagesMax; page++)
        {
            if (!at.Tables.HasChanged(page)) continue;
            ReadOnlySpan<ulong> now = at.Tables.Now(page);
            ReadOnlySpan<ulong> before = at.Tables.Before(page);
            foreach (ushort entry in at.Tables.Occupied(page))
            {
                bool isValid = new StageTwoDescriptor(now[entry]).IsValid;
                That(now[entry] == before[entry] || !isValid
                    || !new StageTwoDescriptor(before[entry]).IsValid,
                    "a valid descriptor became another valid one at once");
            }
        }
    }
}
