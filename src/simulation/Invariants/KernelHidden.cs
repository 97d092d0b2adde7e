// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Communication;
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I3.</summary>
internal sealed class KernelHidden : KernelInvariant
{
    internal override int Number => 3;

    internal override string Sentence =>
        "No second stage maps the kernel's memory, but for the message page of a live thread at "
        + "its own address in its own domain, readable and writable.";

    internal override string LooksAt => "every leaf of every table in use";

    internal override CheckScope Scope => CheckScope.ChangedTables;

    internal override void Check(Inspection at)
    {
        ref KernelState state = ref at.State;
        int shown = 0;
        for (int index = 0; index < KernelState.TablePagesMax; index++)
        {
            if (state.TableRecords[index].Owner.IsNone) continue;
            shown += CountKernelLeaves(at, index);
        }
        int threads = 0;
        foreach (int index in at.Contexts)
        {
            ref ExecutionContext thread = ref state.Contexts[index];
            if (thread.Utcb.IsNone) continue;
            TranslationRoot root = new(thread.Domain.In(ref state).TranslationRoot);
            bool isEnding = thread.State == ContextState.Off && at.MayBeUnfinished;
            if (isEnding && at.Machine.Walker.TranslateUncached(root, thread.UtcbAddress) is null)
            {
                continue;
            }
            threads++;
            Translation wanted = new(
                SimulatedMachine.StateBase + thread.Utcb.Offset,
                MemoryAccess.Read | MemoryAccess.Write, Limits.PageBytes);
            That(at.Machine.Walker.TranslateUncached(root, thread.UtcbAddress) == wanted,
                "a message page is not mapped as it should be");
        }
        That(shown == threads, "the kernel's memory is mapped where no message page belongs");
    }

    private static int CountKernelLeaves(Inspection at, int page)
    {
        int count = 0;
        uint first = Link<UtcbPage>.To(ref at.State, ref at.State.Utcbs[0]).Offset;
        ReadOnlySpan<ulong> entries = at.Tables.Now(page);
        foreach (ushort index in at.Tables.Occupied(page))
        {
            StageTwoDescriptor descriptor = new(entries[index]);
            if (!at.Machine.Memory.IsKernel(descriptor.Address)) continue;
            // A table of the next level lies in the pool of table pages.
            ulong offset = descriptor.Address - SimulatedMachine.StateBase;
            ulong table = Link<TablePage>.To(ref at.State, ref at.State.Tables[0]).Offset;
            if (offset - table < KernelState.TablePagesMax * Limits.PageBytes) continue;
            That(offset - first < KernelState.UtcbsMax * Limits.PageBytes,
                "a second stage shows the kernel");
            count++;
        }
        return count;
    }
}
