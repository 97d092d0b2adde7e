// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <summary>The kernel's bytes in use, to be compared with those after a refused
/// hypercall.</summary>
internal sealed class StateBefore
{
    private byte[]? _kept;
    private readonly List<(int Start, int Length)> _ranges = [];

    private byte[] Kept => _kept ??= new byte[StateBlock.Size];

    /// <summary>Whether the bytes are those of the last check.</summary>
    internal bool IsTaken { get; private set; }

    /// <summary>Keeps the bytes.</summary>
    internal void Take(Inspection at)
    {
        _ranges.Clear();
        Collect(at);
        ReadOnlySpan<byte> state = at.Machine.StateBytes;
        foreach ((int start, int length) in _ranges)
        {
            state.Slice(start, length).CopyTo(Kept.AsSpan(start));
        }
        IsTaken = true;
    }

    /// <summary>Forgets the bytes.</summary>
    internal void Drop() => IsTaken = false;

    /// <summary>The first byte that changed, or -1. The caller's register frame may, and its mark
    /// that a hypercall has let an interrupt in: one that was refused when it went on leaves it to
    /// the next.</summary>
    internal int FindDifference(Inspection at)
    {
        ref ExecutionContext caller = ref at.Earlier.Running.In(ref at.State);
        ReadOnlySpan<byte> state = at.Machine.StateBytes;
        Accept(at, ref Unsafe.As<RegisterFrame, byte>(ref caller.Frame),
            Unsafe.SizeOf<RegisterFrame>());
        Accept(at, ref caller.HasLetIn, sizeof(byte));
        foreach ((int start, int length) in _ranges)
        {
            ReadOnlySpan<byte> now = state.Slice(start, length);
            int same = now.CommonPrefixLength(Kept.AsSpan(start, length));
            if (same != length) return start + same;
        }
        return -1;
    }

    private void Accept(Inspection at, ref byte first, int length)
    {
        ref ExecutionContext caller = ref at.Earlier.Running.In(ref at.State);
        int start = (int)at.Earlier.Running.Offset + (int)Unsafe.ByteOffset(
            ref Unsafe.As<ExecutionContext, byte>(ref caller), ref first);
        at.Machine.StateBytes.Slice(start, length).CopyTo(Kept.AsSpan(start));
    }

    private void Collect(Inspection at)
    {
        ref KernelState state = ref at.State;
        Add(0, Unsafe.SizeOf<SystemConstants>());
        int tables = (int)Link<TablePage>.To(ref state, ref state.Tables[0]).Offset;
        for (int index = 0; at.IsFull && index < KernelState.TablePagesMax; index++)
        {
            if (state.TableRecords[index].Owner.IsNone) continue;
            Add(tables + (index * (int)Limits.PageBytes), (int)Limits.PageBytes);
        }
        Add((int)Link<Kernel.Scheduling.Cpu>.To(ref state, ref state.Cpus[0]).Offset,
            at.CpuCount * Unsafe.SizeOf<Kernel.Scheduling.Cpu>());
        int contexts = (int)Link<ExecutionContext>.To(ref state, ref state.Contexts[0]).Offset;
        foreach (int index in at.Contexts)
        {
            int size = Unsafe.SizeOf<ExecutionContext>();
            Add(contexts + (index * size), size);
        }
        int spaces = (int)Link<Capability>.To(ref state, ref state.Spaces[0][0]).Offset;
        for (int index = 0; index < Limits.DomainsMax; index++)
        {
            if (state.Domains[index].Header.Kind == ObjectKind.None) continue;
            int size = Unsafe.SizeOf<CapabilitySlots>();
            Add(spaces + (index * size), size);
        }
        int portals = (int)Link<Portal>.To(ref state, ref state.Portals[0]).Offset;
        Add(portals, StateBlock.Size - portals);
        int vcpus = (int)Link<VirtualCpu>.To(ref state, ref state.Vcpus[0]).Offset;
        Add(vcpus, spaces - vcpus);
    }

    private void Add(int start, int length) => _ranges.Add((start, length));
}
