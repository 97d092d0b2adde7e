// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Native;

/// <summary>An interrupt that this partition owns, by its number among the partition's
/// interrupts.</summary>
public readonly struct InterruptLine
{
    private readonly uint _number;

    /// <summary>Interrupt n of the partition.</summary>
    /// <param name="number">0 to 31, see <see cref="Selectors.Interrupt"/>.</param>
    public InterruptLine(uint number) { _number = number; }

    /// <summary>Waits for the next delivery. The line stays closed until <see cref="Acknowledge"/>.
    /// </summary>
    /// <returns>Success, or why not.</returns>
    public ResultCode Wait() => new Semaphore(Selectors.InterruptSemaphore + _number).Down();

    /// <summary>Lets <see cref="Wait"/> return as after a delivery: how a server thread tells the
    /// thread that waits that there is work.</summary>
    /// <returns>Success, or why not.</returns>
    public ResultCode Raise() => new Semaphore(Selectors.InterruptSemaphore + _number).Up();

    /// <summary>Opens the line again after the device's cause was handled.</summary>
    /// <returns>Success, or why not.</returns>
    public ResultCode Acknowledge() => Kernel.AcknowledgeInterrupt(Selectors.Interrupt + _number);
}
