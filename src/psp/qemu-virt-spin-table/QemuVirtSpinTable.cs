// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Kernel.Seams;

namespace Bulkhead.Psp.QemuVirtSpinTable;

/// <summary>
/// QEMU <c>virt</c> with <c>virtualization=on,gic-version=3,secure=on</c> and firmware that parks
/// all CPUs but one in a spin table (<c>tests/target/spin-table</c>), as boards have it whose
/// device tree says <c>enable-method = "spin-table"</c>.
/// </summary>
public readonly struct QemuVirtSpinTable : IBoard
{
    // Below the kernel, behind the device tree: where this firmware's device tree would say.
    private const ulong FirstReleaseAddress = 0x4010_0000;

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "qemu-virt-spin-table"u8;

    /// <inheritdoc/>
    public static ulong MemoryBase => 0x4000_0000;

    /// <inheritdoc/>
    public static ulong InterruptDistributor => 0x0800_0000;

    /// <inheritdoc/>
    public static ulong InterruptRedistributor => 0x080a_0000;

    /// <inheritdoc/>
    public static ulong InterruptRedistributorStride => 0x2_0000;

    /// <inheritdoc/>
    public static ulong ConsoleUart => 0x0900_0000;

    /// <inheritdoc/>
    public static uint HypervisorTimerInterrupt => 26;

    /// <inheritdoc/>
    public static uint VirtualTimerInterrupt => 27;

    /// <inheritdoc/>
    public static uint MaintenanceInterrupt => 25;

    /// <inheritdoc/>
    public static bool HasPsci => false;

    /// <inheritdoc/>
    public static ulong ReleaseAddress(uint cpu) => FirstReleaseAddress + (cpu * 8ul);
}
