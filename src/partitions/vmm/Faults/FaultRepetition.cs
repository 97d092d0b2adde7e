// SPDX-License-Identifier: MIT
namespace Bulkhead.Vmm.Faults;

/// <summary>Notices a virtual CPU that faults at the same instruction for ever, as when its
/// exception vectors are not mapped: it would burn its time without end.</summary>
public struct FaultRepetition
{
    /// <summary>Faults in a row, at one program counter and within one second, that are
    /// forgiven.</summary>
    public const uint FaultsMax = 64;

    private ulong _pc;
    private ulong _firstTicks;
    private uint _count;

    /// <summary>Counts a fault.</summary>
    /// <param name="pc">Where.</param>
    /// <param name="nowTicks">The system counter.</param>
    /// <param name="frequencyHz">Ticks per second.</param>
    /// <returns>Whether it is still forgiven.</returns>
    public bool Forgives(ulong pc, ulong nowTicks, ulong frequencyHz)
    {
        if (pc != _pc || nowTicks - _firstTicks > frequencyHz)
        {
            _pc = pc;
            _firstTicks = nowTicks;
            _count = 0;
        }
        return ++_count <= FaultsMax;
    }
}
