// SPDX-License-Identifier: MIT
namespace Bulkhead.Vmm.Uart;

/// <summary>Interrupt bits of UARTRIS, UARTMIS, UARTIMSC and UARTICR (DDI 0183, 3.3.10 to
/// 3.3.13).</summary>
[System.Flags]
public enum UartInterrupts : uint
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The receive FIFO reached its level.</summary>
    Receive = 1u << 4,

    /// <summary>The transmit FIFO fell to its level.</summary>
    Transmit = 1u << 5,

    /// <summary>Bytes stay in the receive FIFO and no more arrive.</summary>
    ReceiveTimeout = 1u << 6,

    /// <summary>A byte arrived at a full receive FIFO.</summary>
    Overrun = 1u << 10,

    /// <summary>Every bit, modem and line errors included.</summary>
    All = 0x7ff,
}
