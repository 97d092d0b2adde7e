// SPDX-License-Identifier: MIT
namespace Bulkhead.Partitions.Console;

/// <summary>Where the console's bytes go: the UART's queue, or a test's list.</summary>
public interface ISink
{
    /// <summary>Takes one byte.</summary>
    /// <param name="value">The byte.</param>
    void Put(byte value);
}
