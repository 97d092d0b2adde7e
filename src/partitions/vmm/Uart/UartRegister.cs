// SPDX-License-Identifier: MIT
namespace Bulkhead.Vmm.Uart;

/// <summary>Register offsets of the PL011 (DDI 0183, table 3-1).</summary>
public static class UartRegister
{
    /// <summary>UARTDR: data.</summary>
    public const uint Data = 0x00;

    /// <summary>UARTRSR and UARTECR: receive errors; any write clears them.</summary>
    public const uint ReceiveStatus = 0x04;

    /// <summary>UARTFR: flags.</summary>
    public const uint Flags = 0x18;

    /// <summary>UARTILPR: IrDA low-power counter.</summary>
    public const uint LowPower = 0x20;

    /// <summary>UARTIBRD: integer part of the baud-rate divisor.</summary>
    public const uint IntegerBaud = 0x24;

    /// <summary>UARTFBRD: fractional part of the baud-rate divisor.</summary>
    public const uint FractionalBaud = 0x28;

    /// <summary>UARTLCR_H: line control.</summary>
    public const uint LineControl = 0x2c;

    /// <summary>UARTCR: control.</summary>
    public const uint Control = 0x30;

    /// <summary>UARTIFLS: FIFO levels of the interrupts.</summary>
    public const uint FifoLevel = 0x34;

    /// <summary>UARTIMSC: interrupt mask.</summary>
    public const uint Mask = 0x38;

    /// <summary>UARTRIS: raw interrupts.</summary>
    public const uint RawStatus = 0x3c;

    /// <summary>UARTMIS: masked interrupts.</summary>
    public const uint MaskedStatus = 0x40;

    /// <summary>UARTICR: write 1 to clear interrupts.</summary>
    public const uint Clear = 0x44;

    /// <summary>UARTDMACR: DMA control.</summary>
    public const uint DmaControl = 0x48;

    /// <summary>First of the eight identification registers.</summary>
    public const uint Identification = 0xfe0;
}
