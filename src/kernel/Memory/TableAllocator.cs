// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Memory;

/// <summary>Table pages: who has which.</summary>
public static class TableAllocator
{
    /// <summary>Free table pages.</summary>
    /// <param name="state">The kernel.</param>
    /// <returns>Their number.</returns>
    public static int CountFree(ref KernelState state)
    {
        int free = 0;
        for (int index = 0; index < KernelState.TablePagesMax; index++)
        {
            if (state.TableRecords[index].Owner.IsNone) free++;
        }
        return free;
    }

    /// <summary>Takes a free page, cleared. There must be one.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="owner">Domain that it is charged to.</param>
    /// <returns>The page, none when there is none.</returns>
    public static Link<TablePage> Allocate(ref KernelState state, Link<ProtectionDomain> owner)
    {
        int index = state.UsedTables.Take(KernelState.TablePagesMax);
        if (index < 0) return default;
        state.TableRecords[index].Owner = owner;
        owner.In(ref state).TablePagesUsed++;
        return Link<TablePage>.To(ref state, ref state.Tables[index]);
    }

    /// <summary>Gives a page back; its descriptors are all invalid.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="index">Index of the page.</param>
    public static void Free(ref KernelState state, int index)
    {
        state.TableRecords[index].Owner.In(ref state).TablePagesUsed--;
        state.TableRecords[index] = default;
        state.UsedTables.Release(index);
    }

    /// <summary>The index of the page that a table descriptor names.</summary>
    /// <typeparam name="TAsp">The architecture package.</typeparam>
    /// <param name="state">The kernel.</param>
    /// <param name="entry">A table descriptor.</param>
    /// <returns>0 to <see cref="KernelState.TablePagesMax"/> - 1.</returns>
    public static int IndexOf<TAsp>(ref KernelState state, ulong entry)
        where TAsp : struct, IAsp
    {
        uint first = Link<TablePage>.To(ref state, ref state.Tables[0]).Offset;
        ulong index = (TAsp.AddressOf(entry).Value - TAsp.StateBase.Value - first) >> 12;
        Health.Check<TAsp>.That(
            index < KernelState.TablePagesMax, Health.Invariant.TablePageInPool);
        return (int)index;
    }

    /// <summary>The index of a page.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="page">The page.</param>
    /// <returns>0 to <see cref="KernelState.TablePagesMax"/> - 1.</returns>
    public static int IndexOf(ref KernelState state, Link<TablePage> page) =>
        (int)((page.Offset - Link<TablePage>.To(ref state, ref state.Tables[0]).Offset) >> 12);
}
