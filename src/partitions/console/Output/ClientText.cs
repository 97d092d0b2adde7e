// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Partitions.Console;

/// <summary>Output state of one client.</summary>
public struct ClientText
{
    /// <summary>Name in its tag.</summary>
    public PartitionName Name;

    /// <summary>Reads its bytes.</summary>
    public OutputFilter Filter;

    /// <summary>Its unfinished line.</summary>
    public Line Line;

    /// <summary>Whether a carriage return waits to see whether a line feed follows.</summary>
    public bool IsReturnPending;
}
