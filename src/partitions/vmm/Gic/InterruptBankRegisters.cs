// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Vmm.Ports;

namespace Bulkhead.Vmm.Gic;

/// <summary>The register view of an <see cref="InterruptBank"/>: what the guest reads and
/// writes.</summary>
public static class InterruptBankRegisters
{
    /// <summary>Reads a register.</summary>
    /// <typeparam name="TPort">The kernel.</typeparam>
    /// <param name="bank">The bank.</param>
    /// <param name="port">The kernel.</param>
    /// <param name="register">Which register.</param>
    /// <param name="bytes">Width of the access.</param>
    /// <returns>The value; 0 where the architecture defines none.</returns>
    public static uint Read<TPort>(
        ref InterruptBank bank, ref TPort port, BankRegister register, uint bytes)
        where TPort : struct, IInterruptPort => register.Kind switch
    {
        BankRegisterKind.Group => 0xffff_ffff,
        BankRegisterKind.SetEnable or BankRegisterKind.ClearEnable => bank.Enabled,
        BankRegisterKind.SetPending or BankRegisterKind.ClearPending =>
            bank.Query(ref port, VirtualInterruptState.Pending),
        BankRegisterKind.SetActive or BankRegisterKind.ClearActive =>
            bank.Query(ref port, VirtualInterruptState.Active),
        BankRegisterKind.Priority => ReadPriorities(ref bank, register.FirstIndex, (int)bytes),
        BankRegisterKind.Configuration => ReadTriggers(ref bank, register.FirstIndex),
        _ => 0,
    };

    /// <summary>Writes a register.</summary>
    /// <typeparam name="TPort">The kernel.</typeparam>
    /// <param name="bank">The bank.</param>
    /// <param name="port">The kernel.</param>
    /// <param name="register">Which register.</param>
    /// <param name="bytes">Width of the access.</param>
    /// <param name="value">The value.</param>
    /// <param name="triggerMask">Interrupts whose trigger may change.</param>
    public static void Write<TPort>(
        ref InterruptBank bank, ref TPort port, BankRegister register, uint bytes, uint value,
        uint triggerMask) where TPort : struct, IInterruptPort
    {
        switch (register.Kind)
        {
            case BankRegisterKind.SetEnable: bank.Enable(ref port, value); break;
            case BankRegisterKind.ClearEnable: bank.Disable(ref port, value); break;
            case BankRegisterKind.SetPending:
                bank.Apply(ref port, value, VirtualInterruptOperation.SetPending);
                break;
            case BankRegisterKind.ClearPending:
                bank.Apply(ref port, value, VirtualInterruptOperation.ClearPending);
                break;
            case BankRegisterKind.SetActive:
                bank.Apply(ref port, value, VirtualInterruptOperation.SetActive);
                break;
            case BankRegisterKind.ClearActive:
                bank.Apply(ref port, value, VirtualInterruptOperation.ClearActive);
                break;
            case BankRegisterKind.Priority:
                WritePriorities(ref bank, ref port, register.FirstIndex, (int)bytes, value);
                break;
            case BankRegisterKind.Configuration:
                WriteTriggers(ref bank, ref port, register.FirstIndex, value, triggerMask);
                break;
            default: break;
        }
    }

    private static uint ReadPriorities(ref InterruptBank bank, int first, int count)
    {
        uint value = 0;
        for (int index = 0; index < count; index++)
            value |= (uint)bank.Priority(first + index) << (8 * index);
        return value;
    }

    private static void WritePriorities<TPort>(
        ref InterruptBank bank, ref TPort port, int first, int count, uint value)
        where TPort : struct, IInterruptPort
    {
        for (int index = 0; index < count; index++)
            bank.SetPriority(ref port, first + index, (byte)(value >> (8 * index)));
    }

    private static uint ReadTriggers(ref InterruptBank bank, int first)
    {
        uint edge = bank.Edge >> first, value = 0;
        for (int index = 0; index < 16; index++)
            value |= ((edge >> index) & 1) << ((2 * index) + 1);
        return value;
    }

    private static void WriteTriggers<TPort>(
        ref InterruptBank bank, ref TPort port, int first, uint value, uint mask)
        where TPort : struct, IInterruptPort
    {
        uint edge = 0;
        for (int index = 0; index < 16; index++)
            edge |= ((value >> ((2 * index) + 1)) & 1) << index;
        bank.SetTrigger(ref port, mask & (0xffffu << first), edge << first);
    }
}
