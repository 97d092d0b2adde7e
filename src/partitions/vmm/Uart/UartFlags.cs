// SPDX-License-Identifier: MIT
namespace Bulkhead.Vmm.Uart;

/// <summary>Bits of UARTFR (DDI 0183, 3.3.3).</summary>
[System.Flags]
public enum UartFlags : uint
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The other side is ready to receive.</summary>
    ClearToSend = 1u << 0,

    /// <summary>The other side is there.</summary>
    DataSetReady = 1u << 1,

    /// <summary>The line is up.</summary>
    CarrierDetect = 1u << 2,

    /// <summary>The receive FIFO is empty.</summary>
    ReceiveEmpty = 1u << 4,

    /// <summary>The receive FIFO is full.</summary>
    ReceiveFull = 1u << 6,

    /// <summary>The transmit FIFO is empty.</summary>
    TransmitEmpty = 1u << 7,

    /// <summary>The line rings.</summary>
    Ring = 1u << 8,
}
