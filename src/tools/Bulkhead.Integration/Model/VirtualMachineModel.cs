// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;

namespace Bulkhead.Integration.Model;

/// <summary>A partition that is a virtual machine.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Mark">Where the name stands.</param>
/// <param name="Schedule">When and how long it runs.</param>
/// <param name="Kernel">Where the kernel comes from.</param>
/// <param name="KernelFormat">What the kernel file is.</param>
/// <param name="Memory">Guest memory.</param>
public sealed record VirtualMachineModel(
    string Name,
    SourceMark Mark,
    ScheduleModel Schedule,
    PayloadSource Kernel,
    KernelFormat KernelFormat,
    MemoryRange Memory) : PartitionModel(Name, Mark, Schedule)
{
    /// <summary>Initial RAM disk, or null.</summary>
    public PayloadSource? Initrd { get; init; }

    /// <summary>Command line, exactly as the guest gets it.</summary>
    public string CommandLine { get; init; } = "";

    /// <summary>Processor that each virtual processor runs on, 1 to 8 entries.</summary>
    public IReadOnlyList<int> Pins { get; init; } = [0];

    /// <summary>Virtual processors, 1 to 8.</summary>
    public int CpuCount => Pins.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<int> Cpus => [.. Pins.Append(Schedule.Cpu).Distinct().Order()];

    /// <summary>Where a raw kernel is put, or null.</summary>
    public ulong? LoadAddress { get; init; }

    /// <summary>First instruction when given, or null.</summary>
    public ulong? EntryAddress { get; init; }

    /// <summary>Device tree that replaces the generated one, or null.</summary>
    public PayloadSource? DeviceTree { get; init; }

    /// <summary>Device-tree overlays in the order in which they are applied.</summary>
    public IReadOnlyList<PayloadSource> Overlays { get; init; } = [];

    /// <summary>Full path of the monitor's C# project file.</summary>
    public string Monitor { get; init; } = "";
}
