// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Abi;
using Bulkhead.Vmm.Ports;

namespace Bulkhead.Vmm.Gic;

/// <summary>
/// GICv3 distributor with one security state and affinity routing always on: GICD_CTLR, GICD_TYPER,
/// shared interrupts 32 to 255, their routes. No message-based interrupts, no LPIs, no 1-of-N
/// distribution.
/// </summary>
public struct Distributor
{
    /// <summary>Banks of shared interrupts: ids 32 to 255.</summary>
    public const int SharedBanksMax = (
        Limits.VirtualInterruptsMax / InterruptBank.InterruptsMax) - 1;

    private const uint FirstShared = InterruptBank.InterruptsMax;
    private const uint SharedInterruptsMax = SharedBanksMax * InterruptBank.InterruptsMax;

    // GICD_CTLR, IHI 0069 12.9.4, one security state: EnableGrp1, ARE, DS.
    private const uint ControlEnableGroup1 = 1u << 1;
    private const uint ControlAffinityRouting = 1u << 4;
    private const uint ControlOneSecurityState = 1u << 6;

    // GICD_TYPER: ITLinesNumber, IDbits - 1 = 9, No1N.
    private const uint Type = SharedBanksMax | (9u << 19) | (1u << 25);

    private const uint RouterOffset = 0x6000;
    private const ulong AffinityMask = 0xff_00ff_ffff;

    private DistributorFile _file;
    private BankTable _banks;
    private RouteTable _routes;
    private uint _vcpuCount;

    [InlineArray(SharedBanksMax)]
    private struct BankTable
    {
        private InterruptBank _element;
    }

    [InlineArray((int)SharedInterruptsMax)]
    private struct RouteTable
    {
        private ulong _element;
    }

    /// <summary>Whether group 1 is enabled (GICD_CTLR.EnableGrp1).</summary>
    public bool IsGroupEnabled => (_file[0] & ControlEnableGroup1) != 0;

    /// <summary>Reads a register whose reading changes nothing.</summary>
    /// <param name="word">A quarter of its offset, 0 to <see cref="DistributorFile.WordsMax"/> -
    /// 1.</param>
    /// <returns>The register.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Peek(uint word) => _file[(int)word];

    /// <summary>Prepares the reset state: everything disabled, level-triggered and routed to
    /// virtual CPU 0.</summary>
    /// <param name="vcpuCount">Virtual CPUs, 1 to 8.</param>
    public void Initialize(uint vcpuCount)
    {
        _vcpuCount = vcpuCount;
        _file[0] = ControlAffinityRouting | ControlOneSecurityState;
        _file[1] = Type;
        _file[2] = GicIdentification.Implementer;
        for (int bank = 0; bank < SharedBanksMax; bank++)
            _banks[bank].Initialize(FirstShared + ((uint)bank * InterruptBank.InterruptsMax), 0, 0);
    }

    /// <summary>Reads.</summary>
    /// <typeparam name="TPort">The kernel.</typeparam>
    /// <param name="port">The kernel.</param>
    /// <param name="offset">0 to 0xffff, a multiple of <paramref name="bytes"/>.</param>
    /// <param name="bytes">1, 2, 4 or 8.</param>
    /// <returns>The value; 0 for what is not implemented.</returns>
    public ulong Read<TPort>(ref TPort port, uint offset, uint bytes)
        where TPort : struct, IInterruptPort
    {
        if (offset < BankRegister.FirstOffset) return bytes == 4 ? ReadControl(offset) : 0;
        if (offset < BankRegister.EndOffset)
        {
            var register = new BankRegister(offset);
            uint bank = register.Bank - 1;
            if (bank >= SharedBanksMax || !register.Allows(bytes)) return 0;
            return InterruptBankRegisters.Read(ref _banks[(int)bank], ref port, register, bytes);
        }
        uint interrupt = SharedIndex(offset);
        if (interrupt < SharedInterruptsMax) return ReadRoute(interrupt, offset, bytes);
        return bytes == 4 ? GicIdentification.Read(offset) : 0;
    }

    /// <summary>Writes. A change of the group enable must be passed on to the redistributors
    /// (<see cref="IsGroupEnabled"/>).</summary>
    /// <typeparam name="TPort">The kernel.</typeparam>
    /// <param name="port">The kernel.</param>
    /// <param name="offset">0 to 0xffff, a multiple of <paramref name="bytes"/>.</param>
    /// <param name="bytes">1, 2, 4 or 8.</param>
    /// <param name="value">The value, zero-extended.</param>
    public void Write<TPort>(ref TPort port, uint offset, uint bytes, ulong value)
        where TPort : struct, IInterruptPort
    {
        if (offset < BankRegister.FirstOffset)
        {
            if (offset == 0 && bytes == 4) SetGroup(ref port, (value & ControlEnableGroup1) != 0);
            return;
        }
        if (offset < BankRegister.EndOffset)
        {
            var register = new BankRegister(offset);
            uint bank = register.Bank - 1;
            if (bank >= SharedBanksMax || !register.Allows(bytes)) return;
            InterruptBankRegisters.Write(
                ref _banks[(int)bank], ref port, register, bytes, (uint)value, 0xffff_ffff);
            return;
        }
        uint interrupt = SharedIndex(offset);
        if (interrupt < SharedInterruptsMax) WriteRoute(ref port, interrupt, offset, bytes, value);
    }

    /// <summary>Raises or lowers the input line of a shared interrupt.</summary>
    /// <typeparam name="TPort">The kernel.</typeparam>
    /// <param name="port">The kernel.</param>
    /// <param name="interrupt">32 to 255.</param>
    /// <param name="isRaised">The new level.</param>
    public void SetLine<TPort>(ref TPort port, uint interrupt, bool isRaised)
        where TPort : struct, IInterruptPort
    {
        uint index = interrupt - FirstShared;
        if (index >= SharedInterruptsMax) return;
        _banks[(int)(index / InterruptBank.InterruptsMax)].Apply(
            ref port, 1u << (int)(index % InterruptBank.InterruptsMax),
            isRaised ? VirtualInterruptOperation.RaiseLine : VirtualInterruptOperation.LowerLine);
    }

    private uint ReadControl(uint offset)
    {
        uint word = offset / 4;
        return word < DistributorFile.WordsMax ? _file[(int)word] : 0;
    }

    private void SetGroup<TPort>(ref TPort port, bool isEnabled)
        where TPort : struct, IInterruptPort
    {
        _file[0] = ControlAffinityRouting | ControlOneSecurityState
            | (isEnabled ? ControlEnableGroup1 : 0);
        for (int bank = 0; bank < SharedBanksMax; bank++)
            _banks[bank].SetGroup(ref port, isEnabled);
    }

    // Index of the shared interrupt whose GICD_IROUTER is at the offset; too large when there is
    // none.
    internal static uint SharedIndex(uint offset) =>
        offset < RouterOffset ? uint.MaxValue : ((offset - RouterOffset) >> 3) - FirstShared;

    private ulong ReadRoute(uint index, uint offset, uint bytes)
    {
        ulong route = _routes[(int)index];
        return bytes switch
        {
            8 => route,
            4 => (offset & 4) == 0 ? (uint)route : route >> 32,
            _ => 0,
        };
    }

    private void WriteRoute<TPort>(ref TPort port, uint index, uint offset, uint bytes, ulong value)
        where TPort : struct, IInterruptPort
    {
        ref ulong route = ref _routes[(int)index];
        ulong next = bytes switch
        {
            8 => value,
            4 when (offset & 4) == 0 => (route & ~0xffff_fffful) | (uint)value,
            4 => (uint)route | (value << 32),
            _ => route,
        };
        route = next & AffinityMask;
        ref InterruptBank bank = ref _banks[(int)(index / InterruptBank.InterruptsMax)];
        int bit = (int)(index % InterruptBank.InterruptsMax);
        if (route < _vcpuCount) bank.Route(ref port, bit, (byte)route);
        else bank.Park(ref port, bit);
    }
}
