// SPDX-License-Identifier: MIT
using Bulkhead.Vmm.Ports;

namespace Bulkhead.Vmm.Uart;

/// <summary>
/// The guest's UART: an Arm PL011 r1p3 with its full register file (DDI 0183). Transmission takes no time: the transmit FIFO is
/// always empty. Like the board that the guest map follows, it transmits and receives whether or not the guest enabled it, so that
/// drivers that leave this to firmware work.
/// </summary>
public struct Pl011
{
    private const uint ControlLoopback = 1u << 7;
    private const uint ControlReset = 0x300; // TXE and RXE
    private const uint LineFifoEnable = 1u << 4;
    private const uint FifoLevelReset = 0x12; // one half each
    private const uint EntryOverrun = 1u << 11;
    private const uint StatusOverrun = 1u << 3;

    private uint _raw;
    private uint _mask;
    private uint _control;
    private uint _lineControl;
    private uint _fifoLevel;
    private uint _receiveStatus;
    private uint _lowPower;
    private uint _integerBaud;
    private uint _fractionalBaud;
    private uint _dmaControl;
    private bool _hasOverrun;
    private ReceiveFifo _receive;

    /// <summary>Prepares the reset state.</summary>
    public void Initialize()
    {
        _control = ControlReset;
        _fifoLevel = FifoLevelReset;
    }

    /// <summary>The interrupt output (UARTINTR).</summary>
    public readonly bool IsInterruptRaised => (_raw & _mask) != 0;

    /// <summary>Bytes that the receive FIFO still takes from the line.</summary>
    public readonly bool CanReceive => _receive.Count < Depth && (_control & ControlLoopback) == 0;

    /// <summary>Whether the guest has nothing to read.</summary>
    public readonly bool IsReceiveEmpty => _receive.Count == 0;

    /// <summary>Reads.</summary>
    /// <param name="offset">0 to 0xffc, a multiple of 4.</param>
    /// <returns>The register; 0 where there is none.</returns>
    public uint Read(uint offset) => offset switch
    {
        UartRegister.Data => ReadData(),
        UartRegister.Flags => (uint)Flags,
        UartRegister.RawStatus => _raw,
        UartRegister.MaskedStatus => _raw & _mask,
        UartRegister.Mask => _mask,
        UartRegister.ReceiveStatus => _receiveStatus,
        UartRegister.LowPower => _lowPower,
        UartRegister.IntegerBaud => _integerBaud,
        UartRegister.FractionalBaud => _fractionalBaud,
        UartRegister.LineControl => _lineControl,
        UartRegister.Control => _control,
        UartRegister.FifoLevel => _fifoLevel,
        UartRegister.DmaControl => _dmaControl,
        >= UartRegister.Identification and < 0x1000 => Identification(offset),
        _ => 0,
    };

    /// <summary>Writes.</summary>
    /// <param name="offset">0 to 0xffc, a multiple of 4.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether the byte in bits 7:0 goes out on the line.</returns>
    public bool Write(uint offset, uint value)
    {
        switch (offset)
        {
            case UartRegister.Data: return Transmit((byte)value);
            case UartRegister.ReceiveStatus: _receiveStatus = 0; break;
            case UartRegister.LowPower: _lowPower = value & 0xff; break;
            case UartRegister.IntegerBaud: _integerBaud = value & 0xffff; break;
            case UartRegister.FractionalBaud: _fractionalBaud = value & 0x3f; break;
            case UartRegister.LineControl: WriteLineControl(value & 0xff); break;
            case UartRegister.Control: _control = value & 0xff87; break;
            case UartRegister.FifoLevel: WriteFifoLevel(value & 0x3f); break;
            case UartRegister.Mask: _mask = value & (uint)UartInterrupts.All; break;
            case UartRegister.Clear: _raw &= ~value; break;
            case UartRegister.DmaControl: _dmaControl = value & 7; break;
            default: break;
        }
        return false;
    }

    /// <summary>A byte arrives on the line. At a full FIFO it is lost, as on the wire (DDI 0183, 3.3.1).</summary>
    /// <param name="value">The byte.</param>
    public void Receive(byte value)
    {
        if (_receive.Count >= Depth)
        {
            _raw |= (uint)UartInterrupts.Overrun;
            _receiveStatus |= StatusOverrun;
            _hasOverrun = true;
            return;
        }
        _receive.Put((ushort)(value | (_hasOverrun ? EntryOverrun : 0)));
        _hasOverrun = false;
        if (_receive.Count >= ReceiveLevel) _raw |= (uint)UartInterrupts.Receive;
    }

    /// <summary>The line falls silent behind received bytes: what the FIFO holds below its level raises the timeout
    /// interrupt (DDI 0183, 2.8.4).</summary>
    public void ReceiveIdle()
    {
        if (_receive.Count != 0 && _receive.Count < ReceiveLevel)
            _raw |= (uint)UartInterrupts.ReceiveTimeout;
    }

    private readonly uint Depth =>
        (_lineControl & LineFifoEnable) != 0 ? (uint)ReceiveFifo.EntriesMax : 1;

    // UARTIFLS.RXIFLSEL in bits 5:3: 1/8, 1/4, 1/2, 3/4, 7/8 of the FIFO; the rest is reserved and taken as 7/8.
    private readonly uint ReceiveLevel => (_lineControl & LineFifoEnable) == 0 ? 1u
        : ((_fifoLevel >> 3) & 7) switch { 0 => 2, 1 => 4, 2 => 8, 3 => 12, _ => 14 };

    private readonly UartFlags Flags => UartFlags.TransmitEmpty | Modem
        | (_receive.Count == 0 ? UartFlags.ReceiveEmpty : UartFlags.None)
        | (_receive.Count >= Depth ? UartFlags.ReceiveFull : UartFlags.None);

    // In loopback the modem outputs RTS, DTR, OUT1 and OUT2 come back as CTS, DSR, DCD and RI (DDI 0183, 2.4.5);
    // else the console is always there and ready.
    private readonly UartFlags Modem
    {
        get
        {
            if ((_control & ControlLoopback) == 0)
                return UartFlags.ClearToSend | UartFlags.DataSetReady | UartFlags.CarrierDetect;
            return ((_control & (1u << 11)) != 0 ? UartFlags.ClearToSend : 0)
                | ((_control & (1u << 10)) != 0 ? UartFlags.DataSetReady : 0)
                | ((_control & (1u << 12)) != 0 ? UartFlags.CarrierDetect : 0)
                | ((_control & (1u << 13)) != 0 ? UartFlags.Ring : 0);
        }
    }

    private uint ReadData()
    {
        uint entry = _receive.Take();
        _receiveStatus = (entry >> 8) & 0xf;
        if (_receive.Count < ReceiveLevel) _raw &= ~(uint)UartInterrupts.Receive;
        if (_receive.Count == 0) _raw &= ~(uint)UartInterrupts.ReceiveTimeout;
        else ReceiveIdle();
        return entry;
    }

    private bool Transmit(byte value)
    {
        // The FIFO drains at once, which falls through any level.
        _raw |= (uint)UartInterrupts.Transmit;
        if ((_control & ControlLoopback) == 0) return true;
        Receive(value);
        ReceiveIdle();
        return false;
    }

    private void WriteLineControl(uint value)
    {
        if (((value ^ _lineControl) & LineFifoEnable) != 0)
        {
            _receive.Clear();
            _raw &= ~(uint)(UartInterrupts.Receive | UartInterrupts.ReceiveTimeout);
        }
        _lineControl = value;
    }

    private void WriteFifoLevel(uint value)
    {
        _fifoLevel = value;
        if (_receive.Count >= ReceiveLevel && _receive.Count != 0) _raw |= (uint)UartInterrupts.Receive;
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
