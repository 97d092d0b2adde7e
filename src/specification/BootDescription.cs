// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification;

/// <summary>What the partition manager has when the machine has booted.</summary>
/// <param name="Objects">Kernel objects that its domain may pay for.</param>
/// <param name="TablePages">Table pages that its domain may use or give away.</param>
/// <param name="Priority">Priority of its main thread, whose time has no limit.</param>
/// <param name="UtcbAddress">Guest-physical address of its message page.</param>
public sealed record BootDescription(
    int Objects, int TablePages, byte Priority, ulong UtcbAddress)
{
    /// <summary>Memory segments, from <see cref="BootLayout.Segments"/> on.</summary>
    public ImmutableArray<BootSegment> Segments { get; init; } = [];

    /// <summary>Interrupts, from <see cref="BootLayout.Interrupts"/> on.</summary>
    public ImmutableArray<BootInterrupt> Interrupts { get; init; } = [];
}

/// <summary>A memory segment of the boot.</summary>
/// <param name="HostAddress">First host-physical address.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Rights">Rights of the manager's capability.</param>
/// <param name="IsDevice">Whether it is device memory.</param>
public readonly record struct BootSegment(
    ulong HostAddress, ulong Bytes, Rights Rights, bool IsDevice = false);

/// <summary>An interrupt of the boot.</summary>
/// <param name="Number">Physical id.</param>
/// <param name="IsEdge">Edge- rather than level-triggered.</param>
public readonly record struct BootInterrupt(uint Number, bool IsEdge);
