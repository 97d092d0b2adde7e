// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Kernel.Seams;

namespace Bulkhead.Psp.QemuVirt;

/// <summary>QEMU <c>virt</c> with <c>virtualization=on,gic-version=3</c>.</summary>
public readonly struct QemuVirt : IBoard
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "qemu-virt"u8;

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
    public static bool HasPsci => true;

    /// <inheritdoc/>
    public static ulong ReleaseAddress(uint cpu) => 0;
}
