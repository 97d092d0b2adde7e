// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Bulkhead.Vmm.Uart;

/// <summary>
/// The guest's UART: an Arm PL011 with its full register file (DDI 0183). Transmission takes no
/// time: the transmit FIFO is always empty. Like the board that the guest map follows, it transmits
/// and receives whether or not the guest enabled it, so that drivers that leave this to firmware
/// work.
/// </summary>
/// <remarks>Hot members are not <c>readonly</c>: the compiler inlines element access only through
/// writable references.
/// </remarks>
public struct Pl011
{
    private const uint ControlLoopback = 1u << 7;
    private const uint ControlReset = 0x300; // TXE and RXE
    private const uint LineFifoEnable = 1u << 4;
    private const uint FifoLevelReset = 0x12; // one half each
    private const uint EntryOverrun = 1u << 11;
    private const uint StatusOverrun = 1u << 3;

    private UartRegisterFile _file;
    private ReceiveFifo _receive;
    private bool _hasOverrun;

    /// <summary>Prepares the reset state.</summary>
    public void Initialize()
    {
        Control = ControlReset;
        FifoLevel = FifoLevelReset;
        Refresh();
    }

    /// <summary>The interrupt output (UARTINTR).</summary>
    public bool IsInterruptRaised => MaskedStatus != 0;

    /// <summary>Whether the receive FIFO takes a byte from the line.</summary>
    public bool CanReceive =>
        _receive.Count < Depth && (Control & ControlLoopback) == 0;

    /// <summary>Whether the guest has nothing to read.</summary>
    public readonly bool IsReceiveEmpty => _receive.Count == 0;

    /// <summary>Reads a register whose reading changes nothing.</summary>
    /// <param name="word">A quarter of its offset, 1 to <see cref="UartRegisterFile.WordsMax"/> -
    /// 1.</param>
    /// <returns>The register.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Peek(uint word) => _file[(int)word];

    /// <summary>Reads.</summary>
    /// <param name="offset">0 to 0xffc, a multiple of 4.</param>
    /// <returns>The register; 0 where there is none.</returns>
    public uint Read(uint offset)
    {
        if (offset == UartRegister.Data) return ReadData();
        uint index = offset / 4;
        return index < UartRegisterFile.WordsMax ? _file[(int)index] : Identification(offset);
    }

    /// <summary>Transmits a byte (a write to UARTDR).</summary>
    /// <param name="value">The byte.</param>
    /// <returns>Whether it goes out on the line.</returns>
    public bool Transmit(byte value)
    {
        NoteTransmitted();
        if ((Control & ControlLoopback) == 0) return true;
        Receive(value);
        ReceiveIdle();
        return false;
    }

    /// <summary>The transmit FIFO drained, which falls through any level.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void NoteTransmitted()
    {
        Raw |= (uint)UartInterrupts.Transmit;
        MaskedStatus = Raw & Mask;
    }

    /// <summary>Whether a transmitted byte goes out on the line and leaves the interrupt output
    /// alone.
    /// </summary>
    public bool IsTransmitQuiet
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (Control & ControlLoopback) == 0
            && ((Mask & (uint)UartInterrupts.Transmit) == 0 || MaskedStatus != 0);
    }

    /// <summary>Writes a register other than UARTDR.</summary>
    /// <param name="offset">4 to 0xffc, a multiple of 4.</param>
    /// <param name="value">The value.</param>
    public void Write(uint offset, uint value)
    {
        switch (offset)
        {
            case UartRegister.ReceiveStatus: ReceiveStatus = 0; break;
            case UartRegister.LowPower: _file[(int)UartRegister.LowPower / 4] = value & 0xff; break;
            case UartRegister.IntegerBaud:
                _file[(int)UartRegister.IntegerBaud / 4] = value & 0xffff;
                break;
            case UartRegister.FractionalBaud:
                _file[(int)UartRegister.FractionalBaud / 4] = value & 0x3f;
                break;
            case UartRegister.LineControl: WriteLineControl(value & 0xff); break;
            case UartRegister.Control: Control = value & 0xff87; break;
            case UartRegister.FifoLevel: WriteFifoLevel(value & 0x3f); break;
            case UartRegister.Mask: Mask = value & (uint)UartInterrupts.All; break;
            case UartRegister.Clear: Raw &= ~value; break;
            case UartRegister.DmaControl:
                _file[(int)UartRegister.DmaControl / 4] = value & 7;
                break;
            default: break;
        }
        Refresh();
    }

    /// <summary>A byte arrives on the line. At a full FIFO it is lost, as on the wire (DDI 0183,
    /// 3.3.1).</summary>
    /// <param name="value">The byte.</param>
    public void Receive(byte value)
    {
        if (_receive.Count >= Depth)
        {
            Raw |= (uint)UartInterrupts.Overrun;
            ReceiveStatus |= StatusOverrun;
            _hasOverrun = true;
        }
        else
        {
            _receive.Put((ushort)(value | (_hasOverrun ? EntryOverrun : 0)));
            _hasOverrun = false;
            if (_receive.Count >= ReceiveLevel) Raw |= (uint)UartInterrupts.Receive;
        }
        Refresh();
    }

    /// <summary>The line falls silent behind received bytes: what the FIFO holds below its level
    /// raises the timeout interrupt (DDI 0183, 2.8.4).</summary>
    public void ReceiveIdle()
    {
        if (_receive.Count != 0 && _receive.Count < ReceiveLevel)
            Raw |= (uint)UartInterrupts.ReceiveTimeout;
        Refresh();
    }

    [UnscopedRef]
    private ref uint Raw => ref _file[(int)UartRegister.RawStatus / 4];

    [UnscopedRef]
    private ref uint Mask => ref _file[(int)UartRegister.Mask / 4];

    [UnscopedRef]
    private ref uint MaskedStatus => ref _file[(int)UartRegister.MaskedStatus / 4];

    [UnscopedRef]
    private ref uint Control => ref _file[(int)UartRegister.Control / 4];

    [UnscopedRef]
    private ref uint FifoLevel => ref _file[(int)UartRegister.FifoLevel / 4];

    [UnscopedRef]
    private ref uint ReceiveStatus => ref _file[(int)UartRegister.ReceiveStatus / 4];

    private bool HasFifo => (_file[(int)UartRegister.LineControl / 4] & LineFifoEnable) != 0;

    private uint Depth => HasFifo ? (uint)ReceiveFifo.EntriesMax : 1;

    // UARTIFLS.RXIFLSEL in bits 5:3: 1/8, 1/4, 1/2, 3/4, 7/8 of the FIFO; the rest is reserved,
    // taken as 7/8.
    private uint ReceiveLevel => !HasFifo ? 1u
        : ((FifoLevel >> 3) & 7) switch
        {
            0 => 2, 1 => 4, 2 => 8, 3 => 12, _ => 14,
        };

    private void Refresh()
    {
        MaskedStatus = Raw & Mask;
        UartFlags flags = UartFlags.TransmitEmpty | Modem;
        if (_receive.Count == 0) flags |= UartFlags.ReceiveEmpty;
        if (_receive.Count >= Depth) flags |= UartFlags.ReceiveFull;
        _file[(int)UartRegister.Flags / 4] = (uint)flags;
    }

    // In loopback the modem outputs RTS, DTR, OUT1 and OUT2 come back as CTS, DSR, DCD and RI (DDI
    // 0183, 2.4.5); else the console is always there and ready.
    private UartFlags Modem
    {
        get
        {
            uint control = Control;
            if ((control & ControlLoopback) == 0)
                return UartFlags.ClearToSend | UartFlags.DataSetReady | UartFlags.CarrierDetect;
            return ((control & (1u << 11)) != 0 ? UartFlags.ClearToSend : 0)
                | ((control & (1u << 10)) != 0 ? UartFlags.DataSetReady : 0)
                | ((control & (1u << 12)) != 0 ? UartFlags.CarrierDetect : 0)
                | ((control & (1u << 13)) != 0 ? UartFlags.Ring : 0);
        }
    }

    private uint ReadData()
    {
        uint entry = _receive.Take();
        ReceiveStatus = (entry >> 8) & 0xf;
        if (_receive.Count < ReceiveLevel) Raw &= ~(uint)UartInterrupts.Receive;
        if (_receive.Count == 0) Raw &= ~(uint)UartInterrupts.ReceiveTimeout;
        ReceiveIdle();
        return entry;
    }

    private void WriteLineControl(uint value)
    {
        ref uint register = ref _file[(int)UartRegister.LineControl / 4];
        if (((value ^ register) & LineFifoEnable) != 0)
        {
            _receive.Clear();
            Raw &= ~(uint)(UartInterrupts.Receive | UartInterrupts.ReceiveTimeout);
        }
        register = value;
    }

    private void WriteFifoLevel(uint value)
    {
        FifoLevel = value;
        if (_receive.Count >= ReceiveLevel) Raw |= (uint)UartInterrupts.Receive;
    }

    private static uint Identification(uint offset) => offset switch
    {
        0xfe0 => 0x11, // part 0x011, designer 0x41, revision 1: 16-entry FIFOs
        0xfe4 => 0x10,
        0xfe8 => 0x14,
        0xff0 => 0x0d,
        0xff4 => 0xf0,
        0xff8 => 0x05,
        0xffc => 0xb1,
        _ => 0,
    };
}
