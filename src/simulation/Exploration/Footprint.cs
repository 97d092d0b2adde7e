// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using Bulkhead.Kernel.Communication;
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Exploration;

/// <summary>
/// The words of the kernel's state that a small configuration can change. Going from one state to
/// another copies these only; <see cref="HashRest"/> shows that the rest really stays as it was.
/// </summary>
internal sealed class Footprint
{
    /// <summary>Interrupt lines of the boot image.</summary>
    internal const int InterruptCount = 5;

    /// <summary>Memory segments of the boot image.</summary>
    internal const int BootSegmentCount = 4;

    private readonly List<(int First, int Count)> _ranges = [];

    /// <summary>Makes the footprint of a size.</summary>
    /// <param name="state">Any kernel: places are the same in all.</param>
    /// <param name="size">Rows.</param>
    internal Footprint(ref KernelState state, FootprintSize size)
    {
        Add(0, 32);
        AddRows(ref state, ref state.Cpus[0], 1);
        AddContexts(ref state, size.Contexts);
        AddRows(ref state, ref state.Vcpus[0], size.Vcpus);
        AddRows(ref state, ref state.Domains[0], size.Domains);
        for (int index = 0; index < size.Domains; index++)
        {
            AddRows(ref state, ref state.Spaces[index][0], size.Selectors);
            ref Capability segments = ref state.Spaces[index][(int)Selectors.BootSegments];
            AddRows(ref state, ref segments, BootSegmentCount);
        }

        AddRows(ref state, ref state.Portals[0], size.Portals);
        AddRows(ref state, ref state.Semaphores[0], size.Semaphores);
        AddRows(ref state, ref state.SchedulingContexts[0], size.SchedulingContexts);
        AddRows(ref state, ref state.Segments[0], size.Segments);
        AddRows(ref state, ref state.Interrupts[0], InterruptCount);
        AddRows(ref state, ref state.Mappings[0], size.Mappings);
        AddPages(ref state, size);
        AddRows(ref state, ref state.SystemObject, 1);
        if (size.WindowQueues != 0)
        {
            AddRows(ref state, ref state.Schedules[0], Limits.SchedulesMax);
            AddRows(ref state, ref state.WindowQueues[0], size.WindowQueues);
        }
        AddRows(ref state, ref state.Shared, 1);
        AddRows(ref state, ref state.SwitchTicks, 1);
        AddRows(ref state, ref state.ScheduleSemaphore, 2);
        AddRows(ref state, ref state.UsedMappings, 1);
        AddRows(ref state, ref state.UsedTables, 1);
        AddRows(ref state, ref state.Chains, 1);
        Merge();
        WordCount = _ranges.Sum(range => range.Count);
    }

    /// <summary>Words in all.</summary>
    internal int WordCount { get; }

    /// <summary>Copies the words out of the state.</summary>
    internal void Gather(ReadOnlySpan<ulong> state, Span<ulong> words)
    {
        int at = 0;
        foreach ((int first, int count) in CollectionsMarshal.AsSpan(_ranges))
        {
            state.Slice(first, count).CopyTo(words[at..]);
            at += count;
        }
    }

    /// <summary>Copies the words back into the state.</summary>
    internal void Scatter(ReadOnlySpan<ulong> words, Span<ulong> state)
    {
        int at = 0;
        foreach ((int first, int count) in CollectionsMarshal.AsSpan(_ranges))
        {
            words.Slice(at, count).CopyTo(state[first..]);
            at += count;
        }
    }

    /// <summary>A hash of all other words: it must not change.</summary>
    internal StateHash HashRest(ReadOnlySpan<ulong> state)
    {
        StateHasher hasher = new();
        int at = 0;
        foreach ((int first, int count) in CollectionsMarshal.AsSpan(_ranges))
        {
            hasher.Add(state[at..first]);
            at = first + count;
        }

        hasher.Add(state[at..]);
        return hasher.Result;
    }

    /// <summary>The first word outside that differs between two states.</summary>
    /// <returns>Its byte offset in the state; -1: none.</returns>
    internal int FindOutside(ReadOnlySpan<ulong> state, ReadOnlySpan<ulong> other)
    {
        int at = 0;
        foreach ((int first, int count) in _ranges)
        {
            int same = state[at..first].CommonPrefixLength(other[at..first]);
            if (at + same < first) return (at + same) * sizeof(ulong);
            at = first + count;
        }

        int tail = at + state[at..].CommonPrefixLength(other[at..]);
        return tail < state.Length ? tail * sizeof(ulong) : -1;
    }

    private void AddContexts(ref KernelState state, int count)
    {
        for (int index = 0; index < count; index++)
        {
            ref ExecutionContext context = ref state.Contexts[index];
            uint first = Link<ExecutionContext>.To(ref state, ref context).Offset;
            // Nothing on the simulated machine writes vector registers.
            uint end = Link<VectorState>.To(ref state, ref context.Vectors).Offset;
            Add(first, end - first);
        }
    }

    private void AddPages(ref KernelState state, FootprintSize size)
    {
        for (int index = 0; index < size.Tables; index++)
        {
            uint first = Link<TablePage>.To(ref state, ref state.Tables[index]).Offset;
            Add(first, (uint)size.TableEntries * sizeof(ulong));
        }

        for (int index = 0; index < size.Utcbs; index++)
        {
            uint first = Link<UtcbPage>.To(ref state, ref state.Utcbs[index]).Offset;
            Add(first, (uint)size.UtcbWords * sizeof(ulong));
        }

        AddRows(ref state, ref state.TableRecords[0], size.Tables);
        AddRows(ref state, ref state.UtcbOwners[0], size.Utcbs);
    }

    private void AddRows<T>(ref KernelState state, ref T first, int count)
        where T : unmanaged
    {
        if (count == 0) return;
        Add(Link<T>.To(ref state, ref first).Offset, (uint)count * Record.SizeOf<T>());
    }

    private void Add(uint offset, uint bytes)
    {
        int first = (int)(offset / sizeof(ulong));
        int end = (int)((offset + bytes + sizeof(ulong) - 1) / sizeof(ulong));
        _ranges.Add((first, end - first));
    }

    private void Merge()
    {
        _ranges.Sort();
        for (int index = _ranges.Count - 1; index > 0; index--)
        {
            (int first, int count) = _ranges[index - 1];
            if (first + count < _ranges[index].First) continue;
            int end = Math.Max(first + count, _ranges[index].First + _ranges[index].Count);
            _ranges[index - 1] = (first, end - first);
            _ranges.RemoveAt(index);
        }
    }
}
