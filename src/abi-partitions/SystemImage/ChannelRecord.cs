// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace Bulkhead.Abi.SystemImage;

/// <summary>A permitted flow between two partitions.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct ChannelRecord
{
    /// <summary>Partition that calls.</summary>
    public uint From;

    /// <summary>Partition that serves.</summary>
    public uint To;

    /// <summary>What flows.</summary>
    public ChannelKind Kind;

    /// <summary>Zero.</summary>
    public uint Reserved;
}
