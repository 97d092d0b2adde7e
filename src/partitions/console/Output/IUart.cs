// SPDX-License-Identifier: MIT
namespace Bulkhead.Partitions.Console;

/// <summary>The transmitting side of a UART.</summary>
public interface IUart
{
    /// <summary>Sends a byte if there is room.</summary>
    /// <param name="value">The byte.</param>
    /// <returns>False when there is none.</returns>
    bool TrySend(byte value);
}
