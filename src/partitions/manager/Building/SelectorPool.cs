// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Abi;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// Hands out the manager's free selectors: those between its boot interrupts and its portals to the
/// console server, then those behind its boot segments. It remembers for which partition each was
/// taken, so that one that is built again gets the same ones in the same order.
/// </summary>
public struct SelectorPool
{
    private uint _next;
    private uint _end;
    private readonly uint _secondStart;
    private OwnerTable _owners;
    private uint _owner;
    private uint _again;

    // The owner plus one; 0: free.
    [InlineArray(Limits.SelectorsMax)]
    private struct OwnerTable
    {
        private byte _element;
    }

    /// <summary>Gets ready.</summary>
    /// <param name="interruptCount">Boot interrupts.</param>
    /// <param name="memoryCount">Boot segments.</param>
    public SelectorPool(uint interruptCount, uint memoryCount)
    {
        _next = Selectors.BootInterrupts + interruptCount;
        _end = Selectors.CpuConsole;
        _secondStart = Selectors.BootSegments + memoryCount;
    }

    /// <summary>Selectors that can surely be handed out. The last one is the start code's; runs may
    /// leave a gap at the end of the first range.</summary>
    /// <param name="interruptCount">Boot interrupts.</param>
    /// <param name="memoryCount">Boot segments.</param>
    /// <returns>Their number.</returns>
    public static uint CountFree(uint interruptCount, uint memoryCount) =>
        Selectors.CpuConsole - Selectors.BootInterrupts - interruptCount
        + Limits.SelectorsMax - 1 - Selectors.BootSegments - memoryCount
        - ((uint)ExitKind.Recall + 1);

    /// <summary>Says for whom the next ones are.</summary>
    /// <param name="owner">Partition id; <see cref="Limits.PartitionsMax"/> for the
    /// manager.</param>
    public void Enter(uint owner) => (_owner, _again) = (owner, 0);

    /// <summary>Hands out the same selectors for a partition again, from the first one
    /// on.</summary>
    /// <param name="owner">Partition id.</param>
    public void EnterAgain(uint owner) => (_owner, _again) = (owner, 1);

    /// <summary>Finds the next selector that was taken for a partition.</summary>
    /// <param name="owner">Partition id.</param>
    /// <param name="start">First selector to look at.</param>
    /// <returns>The selector; <see cref="Selectors.Null"/> when there are no more.</returns>
    public readonly uint FindOwned(uint owner, uint start)
    {
        for (uint selector = start; selector < Limits.SelectorsMax; selector++)
        {
            if (_owners[(int)selector] == owner + 1) return selector;
        }
        return Selectors.Null;
    }

    /// <summary>Takes consecutive selectors.</summary>
    /// <param name="count">How many, at most one per <see cref="ExitKind"/>.</param>
    /// <returns>The first; <see cref="Selectors.Null"/> when there are none left.</returns>
    public uint Take(uint count = 1)
    {
        if (_again != 0) return TakeAgain(count);
        if (_end - _next < count && _next < _secondStart)
        {
            _next = _secondStart;
            _end = Limits.SelectorsMax - 1;
        }
        if (_end - _next < count) return Selectors.Null;
        uint first = _next;
        _next += count;
        for (uint selector = first; selector < _next; selector++)
        {
            _owners[(int)selector] = (byte)(_owner + 1);
        }
        return first;
    }

    // They were taken in ascending order.
    private uint TakeAgain(uint count)
    {
        uint first = FindOwned(_owner, _again);
        if (first != Selectors.Null) _again = first + count;
        return first;
    }
}
