// SPDX-License-Identifier: MIT
using Bulkhead.Native;

namespace Bulkhead.Partitions.Console;

/// <summary>
/// The Arm PL011 UART (Arm DDI 0183). Line speed and format stay as the firmware left them.
/// </summary>
public struct Pl011 : IUart
{
    private const ulong Data = 0x00;
    private const ulong Flags = 0x18;
    private const ulong LineControl = 0x2c;
    private const ulong Control = 0x30;
    private const ulong InterruptMask = 0x38;
    private const ulong InterruptClear = 0x44;

    private const uint FlagReceiveEmpty = 1 << 4;
    private const uint FlagTransmitFull = 1 << 5;
    private const uint LineEightBitsFifo = 0x70;
    private const uint ControlEnableBoth = 0x301;
    private const uint InterruptReceive = 1 << 4;
    private const uint InterruptTransmit = 1 << 5;
    private const uint InterruptReceiveTimeout = 1 << 6;
    private const uint InterruptAll = 0x7ff;

    // The receive causes go away by reading. Clearing them by hand loses the interrupt of a byte
    // that came in between, and with a full receive queue there is never another one.
    private const uint InterruptsToClear =
        InterruptAll & ~(InterruptReceive | InterruptReceiveTimeout);

    private readonly MemoryWindow _registers;

    /// <summary>The UART behind a device window.</summary>
    /// <param name="registers">The window.</param>
    public Pl011(MemoryWindow registers) { _registers = registers; }

    /// <summary>Turns the UART and its receive interrupts on.</summary>
    public readonly void Start()
    {
        _registers.Write32(LineControl, LineEightBitsFifo);
        _registers.Write32(Control, ControlEnableBoth);
        _registers.Write32(InterruptClear, InterruptsToClear);
        ReportTransmit(false);
    }

    /// <inheritdoc/>
    public readonly bool TrySend(byte value)
    {
        if ((_registers.Read32(Flags) & FlagTransmitFull) != 0) return false;
        _registers.Write32(Data, value);
        return true;
    }

    /// <summary>Takes a received byte.</summary>
    /// <param name="value">The byte.</param>
    /// <returns>False when there is none.</returns>
    public readonly bool TryReceive(out byte value)
    {
        bool isEmpty = (_registers.Read32(Flags) & FlagReceiveEmpty) != 0;
        value = isEmpty ? (byte)0 : (byte)_registers.Read32(Data);
        return !isEmpty;
    }

    /// <summary>Takes the causes back that reading does not.</summary>
    public readonly void ClearInterrupts() => _registers.Write32(InterruptClear, InterruptsToClear);

    /// <summary>Chooses whether room for more output raises the interrupt too.</summary>
    /// <param name="isWanted">Whether it does.</param>
    public readonly void ReportTransmit(bool isWanted) =>
        _registers.Write32(
            InterruptMask,
            InterruptReceive | InterruptReceiveTimeout | (isWanted ? InterruptTransmit : 0));
}
