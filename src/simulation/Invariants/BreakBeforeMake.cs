// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I6.</summary>
internal sealed class BreakBeforeMake : KernelInvariant
{
    private readonly ulong[]?[] _pages = new ulong[KernelState.TablePagesMax][];
    private readonly bool[] _isKnown = new bool[KernelState.TablePagesMax];

    internal override int Number => 6;

    internal override string Sentence =>
        "No table entry goes from one valid value to a different valid one within one call: it "
        + "is invalid in between, and its space invalidated.";

    internal override string LooksAt => "table pages in use, now and at the last check";

    internal override CheckScope Scope => CheckScope.Tables;

    internal override void Check(Inspection at)
    {
        ref KernelState state = ref at.State;
        if (!at.HasEvent) return;
        for (int index = 0; index < KernelState.TablePagesMax; index++)
        {
            if (!_isKnown[index] || state.TableRecords[index].Owner.IsNone) continue;
            ReadOnlySpan<ulong> now = state.Tables[index];
            ReadOnlySpan<ulong> before = _pages[index];
            int entry = now.CommonPrefixLength(before);
            for (; entry < now.Length; entry++)
            {
                bool isValid = new StageTwoDescriptor(now[entry]).IsValid;
                That(now[entry] == before[entry] || !isValid
                    || !new StageTwoDescriptor(before[entry]).IsValid,
                    "a valid descriptor became another valid one at once");
            }
        }
    }

    internal override void Remember(Inspection at)
    {
        if (!at.IsDue(Scope)) return;
        ref KernelState state = ref at.State;
        for (int index = 0; index < KernelState.TablePagesMax; index++)
        {
            // A page may be freed and taken again within one call.
            bool isOwned = !state.TableRecords[index].Owner.IsNone;
            _isKnown[index] = isOwned && state.TableRecords[index].UsedEntries != 0;
            if (!_isKnown[index]) continue;
            ulong[] page = _pages[index] ??= new ulong[TablePage.Entries];
            ReadOnlySpan<ulong> now = state.Tables[index];
            if (!now.SequenceEqual(page)) now.CopyTo(page);
        }
    }
}
