// SPDX-License-Identifier: MIT
namespace Bulkhead.Documentation;

/// <summary>A chapter of the reference.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Introduction">What it is about, one paragraph.</param>
/// <param name="Types">Names of its types in reading order.</param>
public sealed record Chapter(string Title, string Introduction, IReadOnlyList<string> Types)
{
    /// <summary>The chapters of the ABI reference. A type that none of them names stands in the
    /// last.</summary>
    public static IReadOnlyList<Chapter> All { get; } =
    [
        new("Calling the kernel",
            "What a native thread may ask, what it gets back, and why it may be refused.",
            ["Hypercall", "ResultCode", "Status", "Reason", "SystemInfoItem",
                "FrameWindowFlags"]),
        new("Objects and rights",
            "What capabilities name and what they allow.",
            ["ObjectKind", "Rights", "DomainQuota", "MemoryAccess", "Limits", "AbiVersion"]),
        new("Messages",
            "What portal calls carry, and the protocols of the system's own servers.",
            ["MessageDescriptor", "Badge", "ConsoleProtocol", "ManagerProtocol", "FaultWord",
                "UnhandledWord", "GuestEnd"]),
        new("Virtual machines and faults",
            "How a virtual CPU's exits and a thread's faults reach their server, and what it may "
            + "answer.",
            [
                "ExitKind", "ExitAction", "FaultKind", "MmioAccess", "RegisterAccess",
                "RegisterGroups", "GuestRegisters", "VirtualInterruptOperation",
                "VirtualInterruptRequest", "VirtualInterruptState",
            ]),
        new("What a partition finds",
            "Addresses, selectors and the page that tells a native program what it has.",
            [
                "NativeLayout", "Selectors", "BootLayout", "PartitionInfo", "PartitionName",
                "WindowInfo", "WindowKind", "ThreadInfo", "VirtualMachineInfo", "StartMode",
                "StartCondition",
            ]),
        new("The system image",
            "The file that the host tool writes and that kernel and partition manager read. "
            + "Numbers are little endian.",
            [
                "SystemImageHeader", "TableReference", "PartitionRecord", "SegmentRecord",
                "ResourceRecord", "ResourceKind", "MemoryRecord", "PayloadRecord",
                "ChannelRecord", "ChannelKind", "FrameWindowRecord",
                "ScheduleChangeAction", "Hash64",
            ]),
        new("Hand-written code",
            "How hand-written code and C# name each other. No part of the contract at run time.",
            ["RuntimeExportAttribute", "RuntimeImportAttribute"]),
        new("Further types", "What the chapters above do not name.", []),
    ];
}
