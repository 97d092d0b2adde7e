// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Seams;

namespace Bulkhead.Asp.Simulated.Interrupts;

/// <summary>A CPU's interface: its mask, and the interrupts that run on it, most urgent
/// last.</summary>
internal sealed class CpuInterface
{
    private const int DepthMax = 32;

    private readonly uint[] _running = new uint[DepthMax];
    private readonly byte[] _priorities = new byte[DepthMax];
    private int _depth;

    internal byte Mask { get; set; } = byte.MaxValue;

    internal int SpuriousCount { get; set; }

    internal uint Running => _depth == 0 ? IInterrupts.NoInterrupt : _running[_depth - 1];

    /// <summary>An interrupt must be more urgent than this.</summary>
    internal int Threshold => _depth == 0 ? Mask : Math.Min(Mask, _priorities[_depth - 1]);

    internal void Begin(uint interrupt, byte priority)
    {
        _running[_depth] = interrupt;
        _priorities[_depth++] = priority;
    }

    internal void Drop(uint interrupt)
    {
        if (Running != interrupt || _depth == 0)
        {
            throw new SimulationException($"priority of {interrupt} dropped while {Running} runs");
        }
        _depth--;
    }

    internal void CopyFrom(CpuInterface other)
    {
        other._running.CopyTo(_running, 0);
        other._priorities.CopyTo(_priorities, 0);
        _depth = other._depth;
        Mask = other.Mask;
        SpuriousCount = other.SpuriousCount;
    }
}
