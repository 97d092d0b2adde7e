// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.GuestImages;

/// <summary>
/// What every guest finds where: the map of QEMU's <c>virt</c> machine, so that images built for it
/// run unmodified.
/// </summary>
public static class GuestContract
{
    /// <summary>
    /// Guest-physical address of the memory unless the description says otherwise.
    /// </summary>
    public const ulong MemoryBase = 0x4000_0000;

    /// <summary>GICv3 distributor, 64 KiB.</summary>
    public const ulong Distributor = 0x0800_0000;

    /// <summary>Bytes of the distributor.</summary>
    public const ulong DistributorSize = 0x1_0000;

    /// <summary>First GICv3 redistributor.</summary>
    public const ulong Redistributor = 0x080a_0000;

    /// <summary>Bytes of one redistributor: RD and SGI frame.</summary>
    public const ulong RedistributorSize = 0x2_0000;

    /// <summary>PL011 UART.</summary>
    public const ulong Uart = 0x0900_0000;

    /// <summary>Bytes of the UART's registers.</summary>
    public const ulong UartSize = 0x1000;

    /// <summary>Interrupt id of the UART: shared interrupt 1.</summary>
    public const uint UartInterruptId = 33;

    /// <summary>Rate of the UART's clock in hertz, as QEMU has it.</summary>
    public const uint UartClockHertz = 24_000_000;

    /// <summary>PL031 real-time clock, a page; its alarm never fires.</summary>
    public const ulong Clock = 0x0901_0000;

    /// <summary>Bytes of the clock's registers.</summary>
    public const ulong ClockSize = 0x1000;

    /// <summary>Interrupt id of the clock: shared interrupt 2.</summary>
    public const uint ClockInterruptId = 34;

    /// <summary>First of 32 virtio slots, empty in this version.</summary>
    public const ulong Virtio = 0x0a00_0000;

    /// <summary>Bytes of all virtio slots.</summary>
    public const ulong VirtioSize = 0x4000;

    /// <summary>Most virtual processors, each with a redistributor.</summary>
    public const int CpuCountMax = 8;

    /// <summary>Addresses that guest memory may not cover.</summary>
    public static IReadOnlyList<MemoryRange> DeviceRanges { get; } =
    [
        new(Distributor, DistributorSize),
        new(Redistributor, RedistributorSize * CpuCountMax),
        new(Uart, UartSize),
        new(Clock, ClockSize),
        new(Virtio, VirtioSize),
    ];
}
