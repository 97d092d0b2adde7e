// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Kernel;
using Bulkhead.Kernel.Communication;
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;
using Bulkhead.Pools;

namespace Bulkhead.Asp.Simulated.Snapshots;

/// <summary>
/// The kernel's state in parts of which most are unused most of the time: table pages, message
/// pages, capability spaces. What is unused is zero; that is an invariant of the kernel.
/// </summary>
internal sealed class KernelParts
{
    /// <summary>The parts in order: what comes first, table pages, message pages, what comes
    /// between, spaces, the rest.</summary>
    internal const int Count =
        1 + KernelState.TablePagesMax + KernelState.UtcbsMax + 1 + Limits.DomainsMax + 1;

    private const int FirstUtcb = 1 + KernelState.TablePagesMax;
    private const int Between = FirstUtcb + KernelState.UtcbsMax;
    private const int FirstSpace = Between + 1;

    private readonly bool[] _isUsed = new bool[Count];

    internal bool this[int part] => _isUsed[part];

    internal void Look(SimulatedMachine machine)
    {
        ref KernelState state = ref machine.State;
        _isUsed[0] = _isUsed[Between] = _isUsed[Count - 1] = true;
        for (int page = 0; page < KernelState.TablePagesMax; page++)
        {
            _isUsed[1 + page] =
                !state.TableRecords[page].Owner.IsNone || machine.Tables.IsSeen(page);
        }
        for (int page = 0; page < KernelState.UtcbsMax; page++)
        {
            _isUsed[FirstUtcb + page] = !state.UtcbOwners[page].IsNone;
        }
        for (int space = 0; space < Limits.DomainsMax; space++)
        {
            _isUsed[FirstSpace + space] = state.Domains[space].Header.Kind != ObjectKind.None;
        }
    }

    /// <summary>First byte of a part; of <see cref="Count"/>: the end.</summary>
    internal static int StartOf(ref KernelState state, int part)
    {
        if (part == 0) return 0;
        if (part == Count) return StateBlock.Size;
        int tables = (int)Link<TablePage>.To(ref state, ref state.Tables[0]).Offset;
        if (part < FirstUtcb) return tables + ((part - 1) * (int)Limits.PageBytes);
        int utcbs = (int)Link<UtcbPage>.To(ref state, ref state.Utcbs[0]).Offset;
        if (part <= Between) return utcbs + ((part - FirstUtcb) * (int)Limits.PageBytes);
        int spaces = (int)Link<CapabilitySlots>.To(ref state, ref state.Spaces[0]).Offset;
        int second = (int)Link<CapabilitySlots>.To(ref state, ref state.Spaces[1]).Offset;
        return spaces + ((part - FirstSpace) * (second - spaces));
    }
}
