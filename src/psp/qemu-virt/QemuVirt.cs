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
    public static ulong MemoryBase => VirtMachine.MemoryBase;

    /// <inheritdoc/>
    public static ulong InterruptDistributor => VirtMachine.InterruptDistributor;

    /// <inheritdoc/>
    public static ulong InterruptRedistributor => VirtMachine.InterruptRedistributor;

    /// <inheritdoc/>
    public static ulong InterruptRedistributorStride => VirtMachine.InterruptRedistributorStride;

    /// <inheritdoc/>
    public static ulong ConsoleUart => VirtMachine.ConsoleUart;

    /// <inheritdoc/>
    public static uint HypervisorTimerInterrupt => VirtMachine.HypervisorTimerInterrupt;

    /// <inheritdoc/>
    public static uint VirtualTimerInterrupt => VirtMachine.VirtualTimerInterrupt;

    /// <inheritdoc/>
    public static uint MaintenanceInterrupt => VirtMachine.MaintenanceInterrupt;

    /// <inheritdoc/>
    public static bool HasPsci => true;

    /// <inheritdoc/>
    public static ulong ReleaseAddress(uint cpu) => 0;
}
