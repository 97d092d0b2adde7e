// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Vmm.Ports;

namespace Bulkhead.Vmm.Gic;

/// <summary>The virtual GICv3: one distributor and a redistributor per virtual CPU.</summary>
public struct InterruptController
{
    private const uint RedistributorMask = (1u << GuestMap.RedistributorShift) - 1;

    private Distributor _distributor;
    private RedistributorTable _redistributors;
    private uint _vcpuCount;

    /// <summary>Prepares the reset state.</summary>
    /// <param name="vcpuCount">Virtual CPUs, 1 to 8.</param>
    public void Initialize(uint vcpuCount)
    {
        _vcpuCount = vcpuCount;
        _distributor.Initialize(vcpuCount);
        for (uint vcpu = 0; vcpu < vcpuCount; vcpu++)
            _redistributors[(int)vcpu].Initialize(vcpu, vcpu + 1 == vcpuCount);
    }

    /// <summary>Bytes of all redistributors, from <see cref="GuestMap.RedistributorBase"/>
    /// on.</summary>
    public readonly ulong RedistributorBytes => (ulong)_vcpuCount << GuestMap.RedistributorShift;

    /// <summary>Reads a register of the distributor whose reading changes nothing.</summary>
    /// <param name="word">A quarter of its offset, 0 to <see cref="DistributorFile.WordsMax"/> -
    /// 1.</param>
    /// <returns>The register.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint PeekDistributor(uint word) => _distributor.Peek(word);

    /// <summary>Reads from the distributor.</summary>
    /// <typeparam name="TPort">The kernel.</typeparam>
    /// <param name="port">The kernel.</param>
    /// <param name="offset">0 to 0xffff, a multiple of <paramref name="bytes"/>.</param>
    /// <param name="bytes">1, 2, 4 or 8.</param>
    /// <returns>The value.</returns>
    public ulong ReadDistributor<TPort>(ref TPort port, uint offset, uint bytes)
        where TPort : struct, IInterruptPort => _distributor.Read(ref port, offset, bytes);

    /// <summary>Writes to the distributor.</summary>
    /// <typeparam name="TPort">The kernel.</typeparam>
    /// <param name="port">The kernel.</param>
    /// <param name="offset">0 to 0xffff, a multiple of <paramref name="bytes"/>.</param>
    /// <param name="bytes">1, 2, 4 or 8.</param>
    /// <param name="value">The value, zero-extended.</param>
    public void WriteDistributor<TPort>(ref TPort port, uint offset, uint bytes, ulong value)
        where TPort : struct, IInterruptPort
    {
        _distributor.Write(ref port, offset, bytes, value);
        if (offset != 0) return;
        bool isGroupEnabled = _distributor.IsGroupEnabled;
        for (uint vcpu = 0; vcpu < _vcpuCount; vcpu++)
            _redistributors[(int)vcpu].SetGroup(ref port, isGroupEnabled);
    }

    /// <summary>Reads from the redistributors.</summary>
    /// <typeparam name="TPort">The kernel.</typeparam>
    /// <param name="port">The kernel.</param>
    /// <param name="offset">Below <see cref="RedistributorBytes"/>.</param>
    /// <param name="bytes">1, 2, 4 or 8.</param>
    /// <returns>The value.</returns>
    public ulong ReadRedistributor<TPort>(ref TPort port, uint offset, uint bytes)
        where TPort : struct, IInterruptPort =>
        _redistributors[(int)(offset >> GuestMap.RedistributorShift)].Read(
            ref port, offset & RedistributorMask, bytes);

    /// <summary>Writes to the redistributors.</summary>
    /// <typeparam name="TPort">The kernel.</typeparam>
    /// <param name="port">The kernel.</param>
    /// <param name="offset">Below <see cref="RedistributorBytes"/>.</param>
    /// <param name="bytes">1, 2, 4 or 8.</param>
    /// <param name="value">The value, zero-extended.</param>
    public void WriteRedistributor<TPort>(ref TPort port, uint offset, uint bytes, ulong value)
        where TPort : struct, IInterruptPort =>
        _redistributors[(int)(offset >> GuestMap.RedistributorShift)].Write(
            ref port, offset & RedistributorMask, bytes, value);

    /// <summary>Raises or lowers the input line of a shared interrupt.</summary>
    /// <typeparam name="TPort">The kernel.</typeparam>
    /// <param name="port">The kernel.</param>
    /// <param name="interrupt">32 to 255.</param>
    /// <param name="isRaised">The new level.</param>
    public void SetLine<TPort>(ref TPort port, uint interrupt, bool isRaised)
        where TPort : struct, IInterruptPort => _distributor.SetLine(ref port, interrupt, isRaised);
}
