// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Integration.Emit;

/// <summary>The records of a system image, before they are written.</summary>
public sealed class SystemImageTables
{
    /// <summary>
    /// The header; table references, sizes and hash are filled in when it is written.
    /// </summary>
    public SystemImageHeader Header { get; set; }

    /// <summary>One for each partition.</summary>
    public List<PartitionRecord> Partitions { get; } = [];

    /// <summary>The threads that each partition declares; partitions that have none need no
    /// entry.</summary>
    public List<List<ThreadInfo>> Threads { get; } = [];

    /// <summary>The manager's first, then those of each partition.</summary>
    public List<SegmentRecord> Segments { get; } = [];

    /// <summary>Those of each partition.</summary>
    public List<ResourceRecord> Resources { get; } = [];

    /// <summary>The payloads of all guests.</summary>
    public List<PayloadRecord> Payloads { get; } = [];

    /// <summary>The permitted flows.</summary>
    public List<ChannelRecord> Channels { get; } = [];

    /// <summary>Record 0 is the image itself.</summary>
    public List<MemoryRecord> Memory { get; } = [];

    /// <summary>The windows of each schedule in order.</summary>
    public List<FrameWindowRecord> FrameWindows { get; } = [];
}
