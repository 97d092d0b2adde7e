// SPDX-License-Identifier: MIT
namespace Bulkhead.Psp.QemuVirt;

/// <summary>What is where in QEMU's <c>virt</c> machine with a GICv3, whatever firmware it has.
/// The boards of this machine share this file.</summary>
internal static class VirtMachine
{
    internal const ulong MemoryBase = 0x4000_0000;

    internal const ulong InterruptDistributor = 0x0800_0000;

    internal const ulong InterruptRedistributor = 0x080a_0000;

    internal const ulong InterruptRedistributorStride = 0x2_0000;

    internal const ulong ConsoleUart = 0x0900_0000;

    internal const uint HypervisorTimerInterrupt = 26;

    internal const uint VirtualTimerInterrupt = 27;

    internal const uint MaintenanceInterrupt = 25;
}
