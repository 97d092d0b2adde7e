// SPDX-License-Identifier: MIT
namespace Bulkhead.Vmm.Ports;

/// <summary>The system counter.</summary>
public interface IClockPort
{
    /// <summary>The counter now, in ticks.</summary>
    ulong NowTicks { get; }

    /// <summary>Ticks per second, never 0.</summary>
    ulong FrequencyHz { get; }
}
