// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// Hands out the manager's free selectors: those between its boot interrupts and its portals to the
/// console server, then those behind its boot segments.
/// </summary>
public struct SelectorPool
{
    private uint _next;
    private uint _end;
    private readonly uint _secondStart;

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

    /// <summary>Takes consecutive selectors.</summary>
    /// <param name="count">How many, at most one per <see cref="ExitKind"/>.</param>
    /// <returns>The first; <see cref="Selectors.Null"/> when there are none left.</returns>
    public uint Take(uint count = 1)
    {
        if (_end - _next < count && _next < _secondStart)
        {
            _next = _secondStart;
            _end = Limits.SelectorsMax - 1;
        }
        if (_end - _next < count) return Selectors.Null;
        uint first = _next;
        _next += count;
        return first;
    }
}
