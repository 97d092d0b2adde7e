// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Asp.Simulated.Interleaving;

namespace Bulkhead.Asp.Simulated.Caches;

/// <summary>
/// The caches between CPUs and memory: data caches that are coherent with each other, the point of
/// unification that instruction caches fill from, and memory as the point of coherency, which
/// uncached accesses and devices see. What maintenance forgets shows as an old value. The kernel's
/// own state is not modelled: kernel and partitions share it by cached accesses alone.
/// </summary>
public sealed class CacheModel : IHardwareActor
{
    private readonly SimulatedMachine _machine;
    private readonly LineTable<CacheLine> _lines = new();
    private readonly LineTable<FetchedLine>[] _fetched;

    internal CacheModel(SimulatedMachine machine, int cpuCount)
    {
        _machine = machine;
        _fetched = new LineTable<FetchedLine>[cpuCount];
        for (int cpu = 0; cpu < cpuCount; cpu++) _fetched[cpu] = new LineTable<FetchedLine>();
    }

    /// <summary>When lines are written back without being asked.</summary>
    public CachePolicy Policy { get; set; }

    /// <summary>A CPU reads data.</summary>
    /// <param name="address">Host-physical address, a multiple of 8.</param>
    /// <param name="isCached">Whether through the caches: not for device memory, nor for a guest
    /// with its caches off.</param>
    /// <returns>The word.</returns>
    public ulong Read(ulong address, bool isCached = true)
    {
        if (!isCached || IsTransparent(address)) return _machine.Memory.Read(address);
        return Fill(address).Data[WordOf(address)];
    }

    /// <summary>A CPU writes data.</summary>
    /// <param name="address">Host-physical address, a multiple of 8.</param>
    /// <param name="value">The word.</param>
    /// <param name="isCached">Whether through the caches.</param>
    public void Write(ulong address, ulong value, bool isCached = true)
    {
        if (!isCached || IsTransparent(address))
        {
            _machine.Memory.Write(address, value);
            return;
        }
        ref CacheLine line = ref Fill(address);
        line.Data[WordOf(address)] = value;
        line.IsDataDirty = true;
    }

    /// <summary>A CPU fetches instructions.</summary>
    /// <param name="cpu">The CPU.</param>
    /// <param name="address">Host-physical address, a multiple of 8.</param>
    /// <returns>The word: two instructions.</returns>
    public ulong Fetch(int cpu, ulong address)
    {
        if (IsTransparent(address)) return _machine.Memory.Read(address);
        ref FetchedLine fetched = ref _fetched[cpu].FindOrAdd(LineOf(address));
        if (!fetched.IsPresent)
        {
            fetched.IsPresent = true;
            int place = _lines.Find(LineOf(address));
            if (place >= 0 && _lines.At(place).HasUnified)
            {
                fetched.Words = _lines.At(place).Unified;
            }
            else Load(ref fetched.Words, LineOf(address));
        }
        return fetched.Words[WordOf(address)];
    }

    /// <summary>Cleans a line to the point of unification (DC CVAU).</summary>
    /// <param name="address">Host-physical address in the line.</param>
    public void CleanToUnification(ulong address)
    {
        int place = _lines.Find(LineOf(address));
        if (place >= 0) CleanToUnification(ref _lines.At(place));
    }

    /// <summary>Cleans a line to the point of coherency (DC CVAC).</summary>
    /// <param name="address">Host-physical address in the line.</param>
    public void Clean(ulong address)
    {
        int place = _lines.Find(LineOf(address));
        if (place >= 0) Clean(place);
    }

    /// <summary>Cleans a line to the point of coherency and drops it (DC CIVAC).</summary>
    /// <param name="address">Host-physical address in the line.</param>
    public void CleanAndInvalidate(ulong address)
    {
        Clean(address);
        Drop(address);
    }

    /// <summary>Drops a line (DC IVAC). A partition's is made to clean it first, so that it cannot
    /// uncover what lies in memory below (DC IVAC under HCR_EL2.VM).</summary>
    /// <param name="address">Host-physical address in the line.</param>
    /// <param name="isPartition">Whether a partition does it.</param>
    public void Invalidate(ulong address, bool isPartition)
    {
        if (isPartition) Clean(address);
        Drop(address);
    }

    /// <summary>Drops a line from all instruction caches (IC IVAU).</summary>
    /// <param name="address">Host-physical address in the line.</param>
    public void InvalidateInstructions(ulong address)
    {
        foreach (LineTable<FetchedLine> table in _fetched)
        {
            int place = table.Find(LineOf(address));
            if (place >= 0) table.At(place).IsPresent = false;
        }
    }

    /// <summary>Drops everything from all instruction caches (IC IALLUIS).</summary>
    public void InvalidateInstructions()
    {
        foreach (LineTable<FetchedLine> table in _fetched) table.Clear();
    }

    /// <summary>Clears a line through the caches (DC ZVA).</summary>
    /// <param name="address">Host-physical address in the line.</param>
    public void Zero(ulong address)
    {
        ulong start = LineOf(address) * LineWords.Bytes;
        for (ulong at = start; at < start + LineWords.Bytes; at += 8) Write(at, 0);
    }

    /// <summary>Looks for a line of a page that was written and not cleaned to the point of
    /// coherency: an uncached access or a device would see what was there before (I8).</summary>
    /// <param name="page">Host-physical address of the page.</param>
    /// <returns>What was forgotten; null: nothing.</returns>
    public string? FindUnclean(ulong page)
    {
        if (_lines.Count == 0) return null;
        for (ulong at = page; at < page + Limits.PageBytes; at += LineWords.Bytes)
        {
            int place = _lines.Find(LineOf(at));
            if (place >= 0 && _lines.At(place).IsDirty) return $"the line at {at:x} is not clean";
        }
        return null;
    }

    /// <inheritdoc/>
    /// <remarks>Any dirty line may be written back, any line may be dropped after that.</remarks>
    public int CountActions(SimulatedMachine machine) =>
        Policy == CachePolicy.Random && _lines.Count != 0 ? 1 : 0;

    /// <inheritdoc/>
    public void Act(SimulatedMachine machine, int action, IChoice choice)
    {
        int place = choice.Choose(_lines.Size, ChoicePoint.CacheLine);
        if (_lines.LineAt(place) == ulong.MaxValue) return;
        Clean(place);
        _lines.At(place).HasData = false;
        _lines.At(place).HasUnified = false;
    }

    /// <summary>Empties all caches without writing anything back: as after power-on.</summary>
    public void Clear()
    {
        _lines.Clear();
        InvalidateInstructions();
    }

    internal void CopyFrom(CacheModel other)
    {
        _lines.CopyFrom(other._lines);
        for (int cpu = 0; cpu < _fetched.Length; cpu++)
        {
            _fetched[cpu].CopyFrom(other._fetched[cpu]);
        }
    }

    private static ulong LineOf(ulong address) => address / LineWords.Bytes;

    private static int WordOf(ulong address) => (int)(address % LineWords.Bytes) / 8;

    private static void CleanToUnification(ref CacheLine line)
    {
        if (!line.IsDataDirty) return;
        line.Unified = line.Data;
        line.HasUnified = true;
        line.IsUnifiedDirty = true;
        line.IsDataDirty = false;
    }

    private bool IsTransparent(ulong address) =>
        Policy == CachePolicy.Always || _machine.Memory.IsKernel(address);

    private void Clean(int place)
    {
        ref CacheLine line = ref _lines.At(place);
        CleanToUnification(ref line);
        if (!line.IsUnifiedDirty) return;
        ulong start = _lines.LineAt(place) * LineWords.Bytes;
        for (int word = 0; word < LineWords.Count; word++)
        {
            _machine.Memory.Write(start + (ulong)(word * 8), line.Unified[word]);
        }
        line.IsUnifiedDirty = false;
    }

    private void Drop(ulong address)
    {
        int place = _lines.Find(LineOf(address));
        if (place >= 0) _lines.At(place) = default;
    }

    private ref CacheLine Fill(ulong address)
    {
        ref CacheLine line = ref _lines.FindOrAdd(LineOf(address));
        if (line.HasData) return ref line;
        if (!line.HasUnified) Load(ref line.Unified, LineOf(address));
        line.HasUnified = true;
        line.Data = line.Unified;
        line.HasData = true;
        return ref line;
    }

    private void Load(ref LineWords words, ulong line)
    {
        for (int word = 0; word < LineWords.Count; word++)
        {
            words[word] = _machine.Memory.Read((line * LineWords.Bytes) + (ulong)(word * 8));
        }
    }
}
