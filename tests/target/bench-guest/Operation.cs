// SPDX-License-Identifier: MIT
namespace Bulkhead.BenchGuest;

/// <summary>What this guest measures.</summary>
internal enum Operation
{
    /// <summary>Reading the counter; taken off every figure that two reads make.</summary>
    Nothing,

    /// <summary>PSCI_VERSION.</summary>
    Hypercall,

    /// <summary>ID register read.</summary>
    Identification,

    /// <summary>GICD_TYPER read.</summary>
    Distributor,

    /// <summary>GICD_ISENABLER write.</summary>
    DistributorWrite,

    /// <summary>RTC_CR read: a device without a short way in the monitor.</summary>
    Clock,

    /// <summary>UARTFR read.</summary>
    Uart,

    /// <summary>Interrupt to oneself.</summary>
    InterruptSelf,

    /// <summary>Timer while spinning.</summary>
    TimerSpinning,

    /// <summary>Timer out of WFI.</summary>
    TimerWaiting,

    /// <summary>A million instructions.</summary>
    Compute,

    /// <summary>Switch to the other virtual CPU, vector registers untouched.</summary>
    Switch,

    /// <summary>Switch to the other virtual CPU that uses its vector registers at once.</summary>
    SwitchVectors,
}
