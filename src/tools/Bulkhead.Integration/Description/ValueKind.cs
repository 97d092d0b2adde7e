// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Description;

/// <summary>What the value of a key looks like.</summary>
public enum ValueKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>One of a few words.</summary>
    Word,

    /// <summary>A whole number in a range.</summary>
    Number,

    /// <summary>A list of whole numbers in a range.</summary>
    NumberList,

    /// <summary>A size in bytes with unit.</summary>
    Size,

    /// <summary>A time with unit.</summary>
    Duration,

    /// <summary>A guest-physical address.</summary>
    Address,

    /// <summary>The name of a partition.</summary>
    PartitionName,

    /// <summary>A file or folder, beside the description or in the Bulkhead tree.</summary>
    Path,

    /// <summary>A file, <c>debian:PACKAGE</c> or <c>project:FOLDER</c>.</summary>
    Source,

    /// <summary>A list of files.</summary>
    PathList,

    /// <summary>A list of a few words.</summary>
    WordList,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>The name of a time partition.</summary>
    TimePartitionName,

    /// <summary>The name of a thread.</summary>
    ThreadName,

    /// <summary>One of a few words, or one for each name of a schedule.</summary>
    ScheduleWords,

    /// <summary>A list of device paths.</summary>
    DeviceList,

    /// <summary>A control key.</summary>
    Key,

    /// <summary>A mapping of another section.</summary>
    Section,

    /// <summary>A list of mappings of another section.</summary>
    SectionList,

    /// <summary>Names, each with a mapping of another section.</summary>
    NamedSections,
}
