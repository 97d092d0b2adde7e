// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;
using Bulkhead.Asp.Simulated.Paging;

namespace Bulkhead.Asp.Simulated;

/// <summary>
/// The table walk of the hardware: three levels for 39 bits. It knows the descriptor format and
/// memory as it is published, nothing of the kernel's own book-keeping. Each CPU has a translation
/// buffer of leaves and tables, as hardware may keep them until the address space is invalidated.
/// </summary>
public sealed class StageTwoWalker : IHardwareActor
{
    internal const int RecentMax = 16;

    private const int AddressBits = 39;
    private const int LevelMax = 3;
    private const int RandomShare = 8;

    private readonly SimulatedMachine _machine;
    private readonly PhysicalMemory _memory;
    private readonly PublishedTables _tables;
    private readonly TranslationCache[] _caches;
    private readonly ulong[] _recent = new ulong[RecentMax];
    private uint _recentCount;
    private ulong _checkedVersion;
    private bool _isOutside;

    internal StageTwoWalker(SimulatedMachine machine, int cpuCount)
    {
        _machine = machine;
        _memory = machine.Memory;
        _tables = machine.Tables;
        _caches = new TranslationCache[cpuCount];
        for (int cpu = 0; cpu < cpuCount; cpu++) _caches[cpu] = new TranslationCache();
    }

    /// <summary>When translations are forgotten.</summary>
    public TlbPolicy Policy { get; set; }

    /// <summary>Cached descriptors of all CPUs.</summary>
    public int CachedCount
    {
        get
        {
            int count = 0;
            foreach (TranslationCache cache in _caches) count += cache.Count;
            return count;
        }
    }

    /// <summary>Translates as the executing CPU would, with whatever is cached.</summary>
    /// <param name="root">The address space.</param>
    /// <param name="address">Guest-physical address.</param>
    /// <returns>The translation; null: a fault.</returns>
    public Translation? Translate(TranslationRoot root, ulong address) =>
        Translate(_machine.Executing.Number, root, address);

    /// <summary>Translates as a CPU would, with whatever is cached.</summary>
    /// <param name="cpu">The CPU.</param>
    /// <param name="root">The address space.</param>
    /// <param name="address">Guest-physical address.</param>
    /// <returns>The translation; null: a fault.</returns>
    /// <exception cref="SimulationException">A descriptor has no meaning at its level.</exception>
    public Translation? Translate(int cpu, TranslationRoot root, ulong address)
    {
        if (address >> AddressBits != 0) return null;
        _recent[_recentCount++ % RecentMax] = address;
        TranslationCache cache = _caches[cpu];
        ulong table = root.Table;
        int level = 1;
        // The lowest level that is cached is where the walk begins.
        for (int cached = LevelMax; cached >= 1 && cache.Count != 0; cached--)
        {
            ulong key = CachedDescriptor.KeyOf(root.Space, cached, address >> ShiftOf(cached));
            if (!cache.TryFind(key, out ulong value) || IsForgotten(cache, key)) continue;
            StageTwoDescriptor found = new(value);
            if (found.IsLeafOf(cached)) return Leaf(found, cached, address);
            table = Next(found, cached);
            level = cached + 1;
            break;
        }
        return Walk(cache, root.Space, table, level, address);
    }

    /// <summary>Translates by the tables alone, as they are published.</summary>
    /// <param name="root">The address space.</param>
    /// <param name="address">Guest-physical address.</param>
    /// <returns>The translation; null: a fault.</returns>
    /// <exception cref="SimulationException">A descriptor has no meaning at its level.</exception>
    public Translation? TranslateUncached(TranslationRoot root, ulong address) =>
        address >> AddressBits != 0 ? null : Walk(null, root.Space, root.Table, 1, address);

    /// <summary>Forgets everything about an address space, on all CPUs.</summary>
    /// <param name="space">Its identifier.</param>
    public void Invalidate(ushort space)
    {
        foreach (TranslationCache cache in _caches) cache.Invalidate(space);
    }

    /// <summary>Forgets everything on all CPUs.</summary>
    public void InvalidateAll()
    {
        foreach (TranslationCache cache in _caches) cache.Clear();
    }

    /// <summary>Looks for a cached descriptor that memory no longer holds: a missing
    /// invalidation (I5).</summary>
    /// <returns>What is stale; null: nothing.</returns>
    public string? FindStale()
    {
        // What is cached was right when it was fetched: only a change can make it stale.
        if (!_isOutside && _checkedVersion == _tables.Version) return null;
        for (int cpu = 0; cpu < _caches.Length; cpu++)
        {
            TranslationCache cache = _caches[cpu];
            foreach (ref readonly CachedDescriptor entry in cache.Entries)
            {
                if (!cache.IsLive(in entry) || Fetch(entry.Location) == entry.Value) continue;
                return $"CPU {cpu}, space {entry.Space} level {entry.Level} prefix "
                    + $"{entry.Prefix:x} still caches {entry.Value:x}";
            }
        }
        _checkedVersion = _tables.Version;
        return null;
    }

    /// <inheritdoc/>
    /// <remarks>Each CPU may look up ahead of need, in the space that it has loaded, what was
    /// lately looked up.</remarks>
    public int CountActions(SimulatedMachine machine)
    {
        if (_recentCount == 0 || Policy == TlbPolicy.Always) return 0;
        int count = 0;
        foreach (SimulatedCpu cpu in machine.Cpus)
        {
            if (cpu.Root.Table != 0) count++;
        }
        return count;
    }

    /// <inheritdoc/>
    public void Act(SimulatedMachine machine, int action, IChoice choice)
    {
        foreach (SimulatedCpu cpu in machine.Cpus)
        {
            if (cpu.Root.Table == 0 || action-- != 0) continue;
            int recentCount = (int)Math.Min(_recentCount, RecentMax);
            ulong address = _recent[choice.Choose(recentCount, ChoicePoint.Prefetch)];
            Translate(cpu.Number, cpu.Root, address);
            return;
        }
    }

    internal uint SaveRecent(Span<ulong> target)
    {
        _recent.CopyTo(target);
        return _recentCount;
    }

    internal void Restore(
        ReadOnlySpan<TranslationCache> caches, ReadOnlySpan<ulong> recent, uint recentCount)
    {
        for (int cpu = 0; cpu < _caches.Length; cpu++) _caches[cpu].CopyFrom(caches[cpu]);
        recent.CopyTo(_recent);
        _recentCount = recentCount;
        _checkedVersion = ulong.MaxValue;
    }

    internal ReadOnlySpan<TranslationCache> Caches => _caches;

    internal void Load(ReadOnlySpan<ulong> words)
    {
        if (words.IsEmpty && _caches[0].Count == 0) return;
        _caches[0].Load(words);
        _checkedVersion = ulong.MaxValue;
    }

    private static int ShiftOf(int level) => 12 + (9 * (LevelMax - level));

    private static Translation Leaf(StageTwoDescriptor descriptor, int level, ulong address)
    {
        ulong size = 1ul << ShiftOf(level);
        return new Translation(
            descriptor.Address + (address & (size - 1)), descriptor.Access, size);
    }

    private static ulong Next(StageTwoDescriptor descriptor, int level)
    {
        if (level == LevelMax || !descriptor.IsTable)
        {
            throw new SimulationException(
                $"descriptor {descriptor.Value:x} has no meaning at level {level}");
        }
        return descriptor.Address;
    }

    // Invalid descriptors are never cached: hardware must see one that turned valid.
    private Translation? Walk(
        TranslationCache? cache, ushort space, ulong table, int level, ulong address)
    {
        for (; level <= LevelMax; level++)
        {
            int shift = ShiftOf(level);
            ulong location = table + (((address >> shift) & 511) * sizeof(ulong));
            StageTwoDescriptor descriptor = new(Fetch(location));
            if (!descriptor.IsValid) return null;
            if (cache is not null && IsKept())
            {
                _isOutside |= !_tables.Contains(location);
                cache.Insert(
                    CachedDescriptor.KeyOf(space, level, address >> shift), location,
                    descriptor.Value);
            }
            if (descriptor.IsLeafOf(level)) return Leaf(descriptor, level, address);
            table = Next(descriptor, level);
        }
        return null;
    }

    private ulong Fetch(ulong location) =>
        _tables.Contains(location) ? _tables.Read(location) : _memory.Read(location);

    private bool IsKept() => Policy == TlbPolicy.Never || (Policy == TlbPolicy.Random
        && _machine.Choice.Choose(2, ChoicePoint.Translation) == 0);

    private bool IsForgotten(TranslationCache cache, ulong key)
    {
        if (Policy == TlbPolicy.Never) return false;
        bool isForgotten = Policy == TlbPolicy.Always
            || _machine.Choice.Choose(RandomShare, ChoicePoint.Translation) == RandomShare - 1;
        if (isForgotten) cache.Drop(key);
        return isForgotten;
    }
}
