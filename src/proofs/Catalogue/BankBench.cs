// SPDX-License-Identifier: MIT
using Bulkhead.Vmm.Gic;
using Bulkhead.Vmm.Ports;

namespace Bulkhead.Proofs.Catalogue;

/// <summary>A register bank of the monitor's interrupt controller over a port that keeps the
/// states that the kernel would keep.</summary>
internal struct BankBench
{
    /// <summary>First interrupt of the bank.</summary>
    internal const uint First = 32;

    private InterruptBank _bank;
    private StatePort _port;

    internal BankBench(uint enabled, uint pending, uint active, uint edge)
    {
        _bank.Initialize(First, 0, edge);
        _bank.SetGroup(ref _port, true);
        _bank.Enable(ref _port, enabled);
        _port.Pending = pending;
        _port.Active = active;
    }

    /// <summary>Writes the register at an offset of the distributor.</summary>
    internal BankBench Write(uint offset, ulong value, uint mask = uint.MaxValue, uint bytes = 4)
    {
        InterruptBankRegisters.Write(
            ref _bank, ref _port, new BankRegister(offset), bytes, (uint)value, mask);
        return this;
    }

    /// <summary>Reads the register at an offset of the distributor.</summary>
    internal uint Read(uint offset, uint bytes = 4) =>
        InterruptBankRegisters.Read(ref _bank, ref _port, new BankRegister(offset), bytes);

    /// <summary>What the kernel was last told to deliver, a bit per interrupt.</summary>
    internal readonly uint Delivered => _port.Enabled;

    /// <summary>Takes the place of the kernel.</summary>
    private struct StatePort : IInterruptPort
    {
        internal uint Pending;
        internal uint Active;
        internal uint Enabled;

        public VirtualInterruptState Apply(uint vcpu, VirtualInterruptRequest request)
        {
            uint bit = 1u << (int)(request.Interrupt - First);
            switch (request.Operation)
            {
                case VirtualInterruptOperation.Configure:
                    Enabled = request.IsEnabled ? Enabled | bit : Enabled & ~bit;
                    break;
                case VirtualInterruptOperation.SetPending: Pending |= bit; break;
                case VirtualInterruptOperation.ClearPending: Pending &= ~bit; break;
                case VirtualInterruptOperation.SetActive: Active |= bit; break;
                case VirtualInterruptOperation.ClearActive: Active &= ~bit; break;
                default: break;
            }
            return ((Pending & bit) != 0 ? VirtualInterruptState.Pending : 0)
                | ((Active & bit) != 0 ? VirtualInterruptState.Active : 0);
        }
    }
}
