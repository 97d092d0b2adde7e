// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;
using Bulkhead.Kernel;
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;
using Bulkhead.Pools;

namespace Bulkhead.Asp.Simulated.Paging;

/// <summary>
/// The kernel's table pages as the walkers see them. The kernel writes its state directly; those
/// words lie in its store buffer, so to speak, until a barrier or chance makes them visible. Each
/// word that becomes visible is held against the rule of break before make.
/// </summary>
public sealed class PublishedTables : IHardwareActor
{
    private const int PagesMax = KernelState.TablePagesMax;
    private const int Entries = TablePage.Entries;
    private const int HeldMax = 64;

    private readonly SimulatedMachine _machine;
    private readonly ulong[] _visible = new ulong[PagesMax * Entries];
    private readonly int[] _usedCounts = new int[PagesMax];
    private readonly ushort[] _spaces = new ushort[PagesMax];
    private readonly ulong[] _pageVersions = new ulong[PagesMax];
    private readonly int[] _held = new int[HeldMax];
    private int[] _removed = new int[64];
    private int _removedCount;
    private bool _isTouched;

    internal PublishedTables(SimulatedMachine machine)
    {
        _machine = machine;
        ref KernelState state = ref machine.State;
        FirstAddress = SimulatedMachine.StateBase
            + Link<TablePage>.To(ref state, ref state.Tables[0]).Offset;
    }

    /// <summary>Host-physical address of the first table page.</summary>
    public ulong FirstAddress { get; }

    /// <summary>When stores become visible.</summary>
    public StorePolicy Policy { get; set; }

    /// <summary>Changes with everything that becomes visible.</summary>
    public ulong Version { get; private set; }

    /// <summary>Changes with everything that becomes visible of one page.</summary>
    /// <param name="page">Its index.</param>
    /// <returns>A number that the page never had before.</returns>
    public ulong VersionOf(int page) => _pageVersions[page];

    /// <summary>What became visible and what was invalidated, in that order; null: nobody
    /// asked.</summary>
    public List<TableChange>? Log { get; set; }

    /// <summary>Entries that were removed and not yet invalidated.</summary>
    public int RemovedCount => _removedCount;

    /// <summary>Whether an address lies in the table pages.</summary>
    /// <param name="address">Host-physical address.</param>
    /// <returns>Whether it does.</returns>
    public bool Contains(ulong address) =>
        address - FirstAddress < PagesMax * Entries * sizeof(ulong);

    /// <summary>A word as the walkers see it.</summary>
    /// <param name="address">Host-physical address in the table pages, a multiple of 8.</param>
    /// <returns>The word.</returns>
    public ulong Read(ulong address) => _visible[(int)((address - FirstAddress) >> 3)];

    /// <summary>A barrier: everything becomes visible.</summary>
    /// <exception cref="BreakBeforeMakeException">An entry changed as it must not.</exception>
    public void Drain()
    {
        _isTouched = false;
        ref KernelState state = ref _machine.State;
        for (int page = 0; page < PagesMax; page++)
        {
            if (!IsInUse(ref state, page)) continue;
            ReadOnlySpan<ulong> live = state.Tables[page];
            if (!live.SequenceEqual(PageOf(page))) Drain(page, live);
        }
    }

    /// <summary>An address space was invalidated on all CPUs.</summary>
    /// <param name="space">Its identifier.</param>
    public void Invalidated(ushort space)
    {
        int kept = 0;
        for (int index = 0; index < _removedCount; index++)
        {
            int word = _removed[index];
            if (_spaces[word / Entries] != space) _removed[kept++] = word;
        }
        _removedCount = kept;
        Log?.Add(new TableChange(-1, 0, 0, 0, space));
    }

    /// <summary>Takes the kernel's tables as they are, without asking how they came about: after
    /// its state was replaced as a whole.</summary>
    public void Adopt()
    {
        _isTouched = false;
        _removedCount = 0;
        ChangeAll();
        ref KernelState state = ref _machine.State;
        for (int page = 0; page < PagesMax; page++)
        {
            if (!IsInUse(ref state, page)) continue;
            ReadOnlySpan<ulong> live = state.Tables[page];
            NoteSpace(ref state, page);
            live.CopyTo(_visible.AsSpan(page * Entries, Entries));
            _usedCounts[page] = Entries - live.Count(0ul);
        }
    }

    /// <summary>Throws when the kernel leaves something behind, see
    /// <see cref="FindUnfinished"/>: called at its exits, it looks only after it had to do with
    /// tables.</summary>
    /// <exception cref="SimulationException">It did.</exception>
    public void CheckFinished()
    {
        if (_removedCount == 0 && !_isTouched) return;
        _isTouched = false;
        string? what = FindUnfinished();
        if (what is not null) throw new SimulationException($"left behind: {what}");
    }

    /// <summary>Says that words of tables may be written soon: the kernel never writes one without
    /// having made or looked at a descriptor. So it need not be looked for stores
    /// otherwise.</summary>
    public void Touch() => _isTouched = true;

    /// <summary>Looks for what the kernel must not leave behind when it returns to a partition: a
    /// store that the walkers do not see, an entry that was removed without
    /// invalidation.</summary>
    /// <returns>What it is; null: nothing.</returns>
    public string? FindUnfinished()
    {
        if (_removedCount != 0)
        {
            return $"{Describe(_removed[0])} was removed and its space not invalidated";
        }
        ref KernelState state = ref _machine.State;
        for (int page = 0; page < PagesMax; page++)
        {
            if (!IsInUse(ref state, page)) continue;
            ReadOnlySpan<ulong> live = state.Tables[page];
            if (live.SequenceEqual(PageOf(page))) continue;
            int index = live.CommonPrefixLength(PageOf(page));
            return $"{Describe((page * Entries) + index)} is not published";
        }
        return null;
    }

    /// <inheritdoc/>
    public int CountActions(SimulatedMachine machine) => Policy switch
    {
        StorePolicy.AtBarriers => 0,
        StorePolicy.Random => FindHeld(),
        _ => FindHeld() == 0 ? 0 : 1,
    };

    /// <inheritdoc/>
    public void Act(SimulatedMachine machine, int action, IChoice choice)
    {
        if (Policy == StorePolicy.AtOnce)
        {
            Drain();
            return;
        }
        int word = _held[action];
        ReadOnlySpan<ulong> live = _machine.State.Tables[word / Entries];
        Show(word, live[word % Entries]);
    }

    internal bool IsDrained() => FindUnfinished() is null;

    internal bool IsSeen(int page) => _usedCounts[page] != 0;

    internal void CopyVisible(Span<ulong> target, Span<ushort> spaces)
    {
        _visible.CopyTo(target);
        _spaces.CopyTo(spaces);
    }

    internal ReadOnlySpan<int> Removed => _removed.AsSpan(0, _removedCount);

    internal void Restore(
        ReadOnlySpan<ulong> visible, ReadOnlySpan<ushort> spaces, ReadOnlySpan<int> removed)
    {
        visible.CopyTo(_visible);
        spaces.CopyTo(_spaces);
        for (int page = 0; page < PagesMax; page++)
        {
            _usedCounts[page] = Entries - PageOf(page).Count(0ul);
        }
        _isTouched = true;
        _removedCount = 0;
        foreach (int word in removed) AddRemoved(word);
        ChangeAll();
    }

    private ReadOnlySpan<ulong> PageOf(int page) => _visible.AsSpan(page * Entries, Entries);

    // A page can differ only when somebody owns it or the walkers still see something in it.
    private bool IsInUse(ref KernelState state, int page) =>
        !state.TableRecords[page].Owner.IsNone || _usedCounts[page] != 0;

    // The space that a page was last part of is remembered: pages are freed before their space is
    // invalidated.
    private void NoteSpace(ref KernelState state, int page)
    {
        Link<ProtectionDomain> owner = state.TableRecords[page].Owner;
        if (owner.IsNone) return;
        _spaces[page] = new TranslationRoot(owner.In(ref state).TranslationRoot).Space;
    }

    private void Drain(int page, ReadOnlySpan<ulong> live)
    {
        int start = page * Entries;
        int index = live.CommonPrefixLength(PageOf(page));
        for (; index < Entries; index++)
        {
            if (live[index] != _visible[start + index]) Show(start + index, live[index]);
        }
    }

    private int FindHeld()
    {
        if (!_isTouched) return 0;
        int count = 0;
        ref KernelState state = ref _machine.State;
        for (int page = 0; page < PagesMax && count < HeldMax; page++)
        {
            if (!IsInUse(ref state, page)) continue;
            ReadOnlySpan<ulong> live = state.Tables[page];
            if (live.SequenceEqual(PageOf(page))) continue;
            int start = page * Entries;
            int index = live.CommonPrefixLength(PageOf(page));
            for (; index < Entries && count < HeldMax; index++)
            {
                if (live[index] != _visible[start + index]) _held[count++] = start + index;
            }
        }
        return count;
    }

    private void Show(int word, ulong after)
    {
        ulong before = _visible[word];
        int page = word / Entries;
        NoteSpace(ref _machine.State, page);
        bool wasValid = new StageTwoDescriptor(before).IsValid;
        bool isValid = new StageTwoDescriptor(after).IsValid;
        if (isValid && wasValid)
        {
            throw new BreakBeforeMakeException(
                $"{Describe(word)} changed from {before:x} to {after:x}");
        }
        if (isValid && _removedCount != 0 && Removed.Contains(word))
        {
            throw new BreakBeforeMakeException(
                $"{Describe(word)} became {after:x} before its removal was invalidated");
        }
        if (wasValid) AddRemoved(word);
        _visible[word] = after;
        if (before == 0) _usedCounts[page]++;
        if (after == 0) _usedCounts[page]--;
        _pageVersions[page] = ++Version;
        Log?.Add(new TableChange(page, word % Entries, before, after, _spaces[page]));
    }

    private void ChangeAll() => Array.Fill(_pageVersions, ++Version);

    private void AddRemoved(int word)
    {
        if (_removedCount == _removed.Length) Array.Resize(ref _removed, _removedCount * 2);
        _removed[_removedCount++] = word;
    }

    private string Describe(int word) =>
        $"entry {word % Entries} of table page {word / Entries} (space {_spaces[word / Entries]})";
}
