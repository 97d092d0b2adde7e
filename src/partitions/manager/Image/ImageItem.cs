// SPDX-License-Identifier: MIT
namespace Bulkhead.Partitions.Manager;

/// <summary>What part of a system image a refusal is about.</summary>
public enum ImageItem
{
    /// <summary>The header or the image as a whole.</summary>
    Header = 0,

    /// <summary>A memory record.</summary>
    Memory = 1,

    /// <summary>A program segment.</summary>
    Segment = 2,

    /// <summary>A partition.</summary>
    Partition = 3,

    /// <summary>A resource.</summary>
    Resource = 4,

    /// <summary>A payload.</summary>
    Payload = 5,

    /// <summary>A channel.</summary>
    Channel = 6,

    /// <summary>A window of a schedule.</summary>
    FrameWindow = 7,

    /// <summary>A schedule.</summary>
    Schedule = 8,
}
