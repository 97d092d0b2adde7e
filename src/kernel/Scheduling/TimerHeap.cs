// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Scheduling;

/// <summary>A binary heap of timer nodes, earliest first. Each node knows its place, so it can be
/// taken out anywhere.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct TimerHeap
{
    /// <summary>Most nodes: one deadline per context, one replenishment per scheduling context, one
    /// timer per virtual CPU.</summary>
    public const int NodesMax = KernelState.ContextsMax + KernelState.SchedulingContextsMax
        + KernelState.VcpusMax;

    private Slots _slots;
    private int _count;

    /// <summary>Armed nodes.</summary>
    public readonly int Count => _count;

    /// <summary>Earliest expiry, all ones when nothing is armed.</summary>
    public readonly ulong EarliestTicks => ~_slots[0].Key;

    /// <summary>The earliest node. The heap must not be empty.</summary>
    public readonly Link<TimerNode> Earliest => _slots[0].Node;

    /// <summary>The node at a place, for checks.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <returns>The node.</returns>
    public readonly Link<TimerNode> At(int index) => _slots[index].Node;

    /// <summary>Arms a node that is not armed.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="link">The node.</param>
    /// <param name="ticks">When it expires.</param>
    public void Insert(ref KernelState state, Link<TimerNode> link, ulong ticks)
    {
        link.In(ref state).Ticks = ticks;
        SiftUp(ref state, _count++, new Slot { Key = ~ticks, Node = link });
    }

    /// <summary>Disarms a node; nothing happens when it is not armed.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="link">The node.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Remove(ref KernelState state, Link<TimerNode> link)
    {
        if (link.In(ref state).IsArmed) RemoveArmed(ref state, link);
    }

    private void RemoveArmed(ref KernelState state, Link<TimerNode> link)
    {
        ref TimerNode node = ref link.In(ref state);
        int index = node.Place - 1;
        node.Place = 0;
        Slot last = _slots[--_count];
        _slots[_count] = default;
        if (index == _count) return;
        if (index > 0 && _slots[(index - 1) / 2].Key < last.Key) SiftUp(ref state, index, last);
        else SiftDown(ref state, index, last);
    }

    private void SiftUp(ref KernelState state, int index, Slot slot)
    {
        while (index > 0)
        {
            int parent = (index - 1) / 2;
            if (_slots[parent].Key >= slot.Key) break;
            Put(ref state, index, _slots[parent]);
            index = parent;
        }
        Put(ref state, index, slot);
    }

    private void SiftDown(ref KernelState state, int index, Slot slot)
    {
        for (int child = (2 * index) + 1; child < _count; child = (2 * index) + 1)
        {
            if (child + 1 < _count && _slots[child + 1].Key > _slots[child].Key) child++;
            if (_slots[child].Key <= slot.Key) break;
            Put(ref state, index, _slots[child]);
            index = child;
        }
        Put(ref state, index, slot);
    }

    private void Put(ref KernelState state, int index, Slot slot)
    {
        _slots[index] = slot;
        slot.Node.In(ref state).Place = (ushort)(index + 1);
    }

    private struct Slot
    {
        // The complement of its ticks: zero, like an empty slot's, is never.
        internal ulong Key;
        internal Link<TimerNode> Node;
    }

    [InlineArray(NodesMax)]
    private struct Slots { private Slot _element; }
}
