// SPDX-License-Identifier: MIT
namespace Bulkhead.Vmm;

/// <summary>
/// Guest-physical addresses and interrupt ids of the emulated devices: the map of QEMU's "virt"
/// board, so that images built for that board run unmodified.
/// </summary>
public static class GuestMap
{
    /// <summary>GICv3 distributor.</summary>
    public const ulong DistributorBase = 0x0800_0000;

    /// <summary>Bytes of the distributor.</summary>
    public const ulong DistributorBytes = 0x1_0000;

    /// <summary>GICv3 redistributor of virtual CPU 0; the others follow.</summary>
    public const ulong RedistributorBase = 0x080a_0000;

    /// <summary>Binary logarithm of the bytes of one redistributor: two frames of 64 KiB.</summary>
    public const int RedistributorShift = 17;

    /// <summary>PL011 UART.</summary>
    public const ulong UartBase = 0x0900_0000;

    /// <summary>Bytes of the UART.</summary>
    public const ulong UartBytes = 0x1000;

    /// <summary>Interrupt id of the UART: SPI 1.</summary>
    public const uint UartInterrupt = 33;

    /// <summary>Interrupt id of the EL1 physical timer: PPI 14.</summary>
    public const uint PhysicalTimerInterrupt = 30;

    /// <summary>PL031 real-time clock.</summary>
    public const ulong ClockBase = 0x0901_0000;

    /// <summary>Bytes of the real-time clock.</summary>
    public const ulong ClockBytes = 0x1000;

    /// <summary>First of the virtio-mmio slots.</summary>
    public const ulong VirtioBase = 0x0a00_0000;

    /// <summary>Bytes of all 32 virtio-mmio slots, 512 each.</summary>
    public const ulong VirtioBytes = 32 * 0x200;
}
