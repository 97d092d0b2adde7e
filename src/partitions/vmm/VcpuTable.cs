// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Bulkhead.Abi;

namespace Bulkhead.Vmm;

/// <summary>The virtual CPUs of the machine. Virtual CPU n has the affinity 0.0.0.n.</summary>
public struct VcpuTable
{
    private Storage _vcpus;
    private uint _count;

    [InlineArray(Limits.VcpusPerMachineMax)]
    private struct Storage
    {
        private Vcpu _element;
    }

    /// <summary>Number of virtual CPUs, 1 to 8.</summary>
    public readonly uint Count => _count;

    /// <summary>Prepares the reset state: all off, and the first about to start.</summary>
    /// <param name="count">Virtual CPUs; at least 1 and at most 8 are kept.</param>
    /// <param name="entry">First instruction of virtual CPU 0.</param>
    /// <param name="context">Its x0.</param>
    public void Initialize(uint count, ulong entry, ulong context)
    {
        _count = count == 0 ? 1 : count > Limits.VcpusPerMachineMax
            ? Limits.VcpusPerMachineMax
            : count;
        ref Vcpu first = ref _vcpus[0];
        first.State = VcpuState.OnPending;
        first.Entry = entry;
        first.Context = context;
    }

    /// <summary>A virtual CPU.</summary>
    /// <param name="number">Its number; beyond the table the number's lowest bits count.</param>
    [UnscopedRef]
    public ref Vcpu this[uint number] => ref _vcpus[(int)(number % Limits.VcpusPerMachineMax)];

    /// <summary>Finds the virtual CPU with an affinity (MPIDR_EL1 without its flag bits).</summary>
    /// <param name="affinity">Levels 3, 2, 1, 0 in bits 39:32 and 23:0; every other bit
    /// zero.</param>
    /// <param name="number">Its number.</param>
    /// <returns>Whether there is one.</returns>
    public readonly bool TryFind(ulong affinity, out uint number)
    {
        number = (uint)affinity;
        return affinity < _count;
    }
}
