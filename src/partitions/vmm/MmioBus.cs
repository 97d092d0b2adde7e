// SPDX-License-Identifier: MIT
using System.Numerics;
using System.Runtime.CompilerServices;
using Bulkhead.Abi;
using Bulkhead.Vmm.Devices;
using Bulkhead.Vmm.Gic;
using Bulkhead.Vmm.Ports;
using Bulkhead.Vmm.Uart;

namespace Bulkhead.Vmm;

/// <summary>Takes a decoded access of the guest to the device that it is for.</summary>
/// <remarks>The tests stand in the order of how often a running guest needs the device.</remarks>
public static class MmioBus
{
    private const uint WordMask = ~3u;

    // Size and direction bits of an MmioAccess: 0 to 3 are reads of 1 to 8 bytes.
    private const ulong ShapeMask = 7, WordRead = 2;

    /// <summary>The shortest way: reads a register whose reading changes nothing.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="address">Guest-physical address.</param>
    /// <param name="access">The access.</param>
    /// <param name="value">The word read; of a narrower access only its lowest bytes count, which
    /// the kernel extends.</param>
    /// <returns>Whether it was such a read; else nothing happened.</returns>
    /// <remarks>Rotating the offset moves its alignment bits to the top: one comparison refuses
    /// what is misaligned, below, behind.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryPeek(
        ref Machine machine, ulong address, MmioAccess access, out ulong value)
    {
        value = 0;
        ulong shape = access.Value & ShapeMask;
        if (shape > WordRead) return false;
        ulong word = BitOperations.RotateRight(address - GuestMap.UartBase, 2);
        if (word - 1 < UartRegisterFile.WordsMax - 1)
        {
            value = machine.Uart.Peek((uint)word);
            return true;
        }
        word = BitOperations.RotateRight(address - GuestMap.DistributorBase, 2);
        if (word >= DistributorFile.WordsMax || shape != WordRead) return false;
        value = machine.Interrupts.PeekDistributor((uint)word);
        return true;
    }

    /// <summary>The short way of a character: writes to the UART's data register.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="address">Guest-physical address.</param>
    /// <param name="access">The access.</param>
    /// <param name="value">The value written.</param>
    /// <returns>Whether it was such a write and nothing follows from it; else nothing
    /// happened.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryTransmit(
        ref Machine machine, ulong address, MmioAccess access, ulong value) =>
        address == GuestMap.UartBase && access.IsWrite && access.SizeLog2 != 3
        && machine.Uart.TryTransmit((byte)value);

    /// <summary>Carries out an access.</summary>
    /// <typeparam name="TPort">The outside.</typeparam>
    /// <param name="machine">The machine.</param>
    /// <param name="port">The outside.</param>
    /// <param name="address">Guest-physical address.</param>
    /// <param name="access">The access.</param>
    /// <param name="value">The value written.</param>
    /// <returns>The answer; an abort when nothing is there.</returns>
    public static ExitReply Access<TPort>(
        ref Machine machine, ref TPort port, ulong address, MmioAccess access, ulong value)
        where TPort : struct, IMachinePort
    {
        uint bytes = access.Bytes;
        // An access that is not aligned could reach two registers or leave the device; Device
        // memory refuses it.
        if ((address & (bytes - 1)) != 0) return Refuse(ref machine, ref port, address, access);
        if (access.IsWrite)
            return Write(ref machine, ref port, address, access, value & Mask(bytes));
        if (address - GuestMap.UartBase < GuestMap.UartBytes)
            return ReadUart(ref machine, ref port, (uint)(address - GuestMap.UartBase), bytes);
        if (address - GuestMap.DistributorBase < GuestMap.DistributorBytes)
        {
            return ExitReply.Read(machine.Interrupts.ReadDistributor(
                ref port, (uint)(address - GuestMap.DistributorBase), bytes));
        }
        if (address - GuestMap.RedistributorBase < machine.Interrupts.RedistributorBytes)
        {
            return ExitReply.Read(machine.Interrupts.ReadRedistributor(
                ref port, (uint)(address - GuestMap.RedistributorBase), bytes));
        }
        return ReadRare(ref machine, ref port, address, access);
    }

    private static ExitReply Write<TPort>(
        ref Machine machine, ref TPort port, ulong address, MmioAccess access, ulong value)
        where TPort : struct, IMachinePort
    {
        uint bytes = access.Bytes;
        if (address - GuestMap.UartBase < GuestMap.UartBytes)
        {
            WriteUart(ref machine, ref port, (uint)(address - GuestMap.UartBase), bytes, value);
        }
        else if (address - GuestMap.DistributorBase < GuestMap.DistributorBytes)
        {
            machine.Interrupts.WriteDistributor(
                ref port, (uint)(address - GuestMap.DistributorBase), bytes, value);
        }
        else if (address - GuestMap.RedistributorBase < machine.Interrupts.RedistributorBytes)
        {
            machine.Interrupts.WriteRedistributor(
                ref port, (uint)(address - GuestMap.RedistributorBase), bytes, value);
        }
        else if (address - GuestMap.ClockBase < GuestMap.ClockBytes)
        {
            uint offset = (uint)(address - GuestMap.ClockBase);
            machine.Clock.Write(ref port, offset & WordMask, (uint)value);
        }
        else if (address - GuestMap.VirtioBase >= GuestMap.VirtioBytes)
        {
            return Refuse(ref machine, ref port, address, access);
        }
        return ExitReply.Written;
    }

    private static ExitReply ReadUart<TPort>(
        ref Machine machine, ref TPort port, uint offset, uint bytes)
        where TPort : struct, IMachinePort
    {
        ulong value = machine.Uart.Read(ref port, offset & WordMask);
        // A 64-bit access reaches a 32-bit device as two.
        if (bytes == 8) value |= (ulong)machine.Uart.Read(ref port, offset + 4) << 32;
        machine.UpdateLines(ref port);
        return ExitReply.Read(Part(value, offset, bytes));
    }

    private static void WriteUart<TPort>(
        ref Machine machine, ref TPort port, uint offset, uint bytes, ulong value)
        where TPort : struct, IMachinePort
    {
        // The registers are words: a narrow write above the first byte reaches none.
        if ((offset & ~WordMask) != 0) return;
        machine.Uart.Write(ref port, offset, (uint)value);
        if (bytes == 8) machine.Uart.Write(ref port, offset + 4, (uint)(value >> 32));
        machine.UpdateLines(ref port);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ExitReply ReadRare<TPort>(
        ref Machine machine, ref TPort port, ulong address, MmioAccess access)
        where TPort : struct, IMachinePort
    {
        uint bytes = access.Bytes;
        if (address - GuestMap.ClockBase < GuestMap.ClockBytes)
        {
            uint offset = (uint)(address - GuestMap.ClockBase);
            ulong value = machine.Clock.Read(ref port, offset & WordMask);
            return ExitReply.Read(Part(value, offset, bytes));
        }
        if (address - GuestMap.VirtioBase < GuestMap.VirtioBytes)
        {
            uint offset = (uint)(address - GuestMap.VirtioBase);
            return ExitReply.Read(Part(EmptyVirtioSlots.Read(offset & WordMask), offset, bytes));
        }
        return Refuse(ref machine, ref port, address, access);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ExitReply Refuse<TPort>(
        ref Machine machine, ref TPort port, ulong address, MmioAccess access)
        where TPort : struct, IMachinePort
    {
        machine.Faults.ReportAccess(ref port, ref machine.Uart, address, access);
        return ExitReply.Abort;
    }

    private static ulong Mask(uint bytes) => ulong.MaxValue >> (int)(64 - (8 * bytes));

    // The bytes of a register that an access of its size names; the kernel extends them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Part(ulong value, uint offset, uint bytes) =>
        (value >> (int)(8 * (offset & 3))) & Mask(bytes);
}
