// SPDX-License-Identifier: MIT
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Invariants;

/// <summary>The slots in use of every live domain's capability space. Most of a space is empty, so
/// the quick depth looks where something has been since the last full check, and at the selectors
/// that the event names.</summary>
internal sealed class UsedSlots
{
    // One bit of a word for each group of a space.
    private const int GroupSlots = Limits.SelectorsMax / 32;

    private readonly Link<Capability>[] _slots =
        new Link<Capability>[Limits.DomainsMax * Limits.SelectorsMax];
    private readonly uint[] _groups = new uint[Limits.DomainsMax];
    private int _count;

    /// <summary>Links to the slots.</summary>
    internal ReadOnlySpan<Link<Capability>> All => _slots.AsSpan(0, _count);

    /// <summary>Finds them after an event.</summary>
    internal void Find(ref KernelState state, in SimulationEvent value)
    {
        uint named = (Hypercall)value.Detail == Hypercall.CreateDomain ? uint.MaxValue : 0;
        foreach (ulong word in value.Words)
        {
            if (word < Limits.SelectorsMax) named |= 1u << (int)(word / GroupSlots);
        }
        Find(ref state, named);
    }

    /// <summary>Finds them wherever they are.</summary>
    internal void FindAll(ref KernelState state)
    {
        _groups.AsSpan().Clear();
        Find(ref state, uint.MaxValue);
    }

    private void Find(ref KernelState state, uint named)
    {
        _count = 0;
        for (int space = 0; space < Limits.DomainsMax; space++)
        {
            if (state.Domains[space].Header.Kind != ObjectKind.ProtectionDomain) continue;
            Span<Capability> slots = state.Spaces[space];
            uint holding = 0;
            for (uint groups = _groups[space] | named; groups != 0; groups &= groups - 1)
            {
                int group = BitOperations.TrailingZeroCount(groups);
                if (FindIn(ref state, slots.Slice(group * GroupSlots, GroupSlots)))
                {
                    holding |= 1u << group;
                }
            }
            _groups[space] |= holding;
        }
    }

    private bool FindIn(ref KernelState state, Span<Capability> group)
    {
        ReadOnlySpan<Vector256<ulong>> slots =
            MemoryMarshal.Cast<Capability, Vector256<ulong>>(group);
        bool isHolding = false;
        for (int index = 0; index < group.Length; index++)
        {
            if (slots[index] == Vector256<ulong>.Zero) continue;
            _slots[_count++] = Link<Capability>.To(ref state, ref group[index]);
            isHolding = true;
        }
        return isHolding;
    }
}
