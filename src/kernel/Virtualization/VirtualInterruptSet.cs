// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Virtualization;

/// <summary>
/// The virtual interrupts of one virtual CPU as the kernel keeps them: what is enabled, how urgent,
/// what waits in software and what sits in a hardware slot (list register).
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct VirtualInterruptSet
{
    /// <summary>May be delivered.</summary>
    public InterruptBits Enabled;

    /// <summary>Pending in software, not yet in a slot.</summary>
    public InterruptBits Pending;

    /// <summary>Active without a slot, because none was free: not delivered before it is
    /// inactive.</summary>
    public InterruptBits Active;

    /// <summary>Input line raised.</summary>
    public InterruptBits Line;

    /// <summary>Edge-triggered.</summary>
    public InterruptBits Edge;

    /// <summary>Bound to a physical interrupt: the guest's end-of-interrupt ends that
    /// too.</summary>
    public InterruptBits Bound;

    /// <summary>Priorities, 0 most urgent.</summary>
    public PriorityTable Priority;

    /// <summary>Whether anything is pending in software, enabled and not active.</summary>
    public bool HasCandidate
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (Pending[0] | Pending[1] | Pending[2] | Pending[3]) != 0
            && MostUrgent() != uint.MaxValue;
    }

    /// <summary>The most urgent interrupt that is pending, enabled and not active; the lowest
    /// number among equals; all ones if none.</summary>
    /// <returns>The interrupt.</returns>
    public uint MostUrgent()
    {
        uint best = uint.MaxValue;
        for (int word = 0; word < InterruptBits.Words; word++)
        {
            ulong bits = Pending[word] & Enabled[word] & ~Active[word];
            for (; bits != 0; bits &= bits - 1)
            {
                uint interrupt = (uint)((word * 64) + BitOperations.TrailingZeroCount(bits));
                uint key = ((uint)Priority[(int)interrupt] << 8) | interrupt;
                if (key < best) best = key;
            }
        }
        return best == uint.MaxValue ? best : (byte)best;
    }

    /// <summary>Priorities by interrupt.</summary>
    [InlineArray(Limits.VirtualInterruptsMax)]
    public struct PriorityTable { private byte _element; }
}
