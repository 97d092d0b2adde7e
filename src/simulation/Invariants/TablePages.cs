// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <summary>The table pages that domains own: what is in them now, what was at the last look, and
/// whether they or the book-keeping about them changed in between. Several invariants walk them:
/// they are compared and searched for occupied entries once.</summary>
internal sealed class TablePages
{
    private const int PagesMax = KernelState.TablePagesMax;

    private readonly ulong[][] _now = Pages();
    private readonly ulong[][] _before = Pages();
    private readonly ushort[][] _occupied = new ushort[PagesMax][];
    private readonly int[] _occupiedCounts = new int[PagesMax];
    private readonly ulong[] _versions = new ulong[PagesMax];
    private readonly bool[] _isKnown = new bool[PagesMax];
    private readonly bool[] _hasChanged = new bool[PagesMax];
    private readonly TablePageRecord[] _records = new TablePageRecord[PagesMax];

    /// <summary>Whether a page, an owner or a mapping changed between the last two looks.</summary>
    internal bool HaveChanged { get; private set; }

    /// <summary>What walks of them found for each mapping.</summary>
    internal MappingWalks Walks { get; } = new();

    /// <summary>Whether a page was in use at both looks and without end between them, and
    /// differs.</summary>
    internal bool HasChanged(int page) => _hasChanged[page];

    /// <summary>The entries of a page that has an owner.</summary>
    internal ReadOnlySpan<ulong> Now(int page) => _now[page];

    /// <summary>The entries as they were, of a page that <see cref="HasChanged"/>.</summary>
    internal ReadOnlySpan<ulong> Before(int page) => _before[page];

    /// <summary>Indices of the entries that are not zero, ascending, of a page that has an
    /// owner.</summary>
    internal ReadOnlySpan<ushort> Occupied(int page) =>
        _occupied[page].AsSpan(0, _occupiedCounts[page]);

    /// <summary>Looks at all pages that have an owner: after one event at those that the
    /// machine saw change, as it also sees to it that the kernel leaves none unpublished.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="isThorough">Whether to look at every page.</param>
    /// <param name="isOneCall">Whether a single call went on since: it frees pages, or takes some;
    /// out of several one takes what another freed.</param>
    internal void Look(SimulatedMachine machine, bool isThorough, bool isOneCall)
    {
        ref KernelState state = ref machine.State;
        if (isThorough) Walks.ChangeAll();
        HaveChanged = KeepRecords(ref state);
        for (int page = 0; page < PagesMax; page++)
        {
            bool wasKnown = _isKnown[page];
            _hasChanged[page] = false;
            _isKnown[page] = !_records[page].Owner.IsNone;
            if (!_isKnown[page]) continue;
            ulong version = machine.Tables.VersionOf(page);
            bool isSeen = _versions[page] == version && _occupied[page] is not null;
            _versions[page] = version;
            if (isSeen && !isThorough) continue;
            ReadOnlySpan<ulong> live = state.Tables[page];
            if (live.SequenceEqual(_now[page]) && _occupied[page] is not null) continue;
            HaveChanged = true;
            _hasChanged[page] = isOneCall && wasKnown && _occupiedCounts[page] != 0;
            Keep(page, live);
            Walks.Change(ref state, _records[page].Owner);
        }
        HaveChanged |= Walks.Update(ref state);
    }

    private bool KeepRecords(ref KernelState state)
    {
        ReadOnlySpan<TablePageRecord> now = state.TableRecords;
        if (MemoryMarshal.AsBytes(now).SequenceEqual(
            MemoryMarshal.AsBytes(_records.AsSpan()))) return false;
        for (int page = 0; page < PagesMax; page++)
        {
            bool isSame = now[page].Owner == _records[page].Owner
                && now[page].UsedEntries == _records[page].UsedEntries;
            if (isSame) continue;
            Walks.Change(ref state, _records[page].Owner);
            Walks.Change(ref state, now[page].Owner);
        }
        now.CopyTo(_records);
        return true;
    }

    private void Keep(int page, ReadOnlySpan<ulong> live)
    {
        (_now[page], _before[page]) = (_before[page], _now[page]);
        live.CopyTo(_now[page]);
        ushort[] occupied = _occupied[page] ??= new ushort[TablePage.Entries];
        int count = 0;
        for (int entry = 0; entry < live.Length; entry++)
        {
            if (live[entry] != 0) occupied[count++] = (ushort)entry;
        }
        _occupiedCounts[page] = count;
    }

    private static ulong[][] Pages()
    {
        ulong[][] pages = new ulong[PagesMax][];
        for (int page = 0; page < PagesMax; page++) pages[page] = new ulong[TablePage.Entries];
        return pages;
    }
}
