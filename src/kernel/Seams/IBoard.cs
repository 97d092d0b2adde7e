// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Seams;

/// <summary>A board as data: what a platform package answers.</summary>
public interface IBoard
{
    /// <summary>Name as in the system description, ASCII.</summary>
    static abstract ReadOnlySpan<byte> Name { get; }

    /// <summary>First address of memory.</summary>
    static abstract ulong MemoryBase { get; }

    /// <summary>Interrupt controller: distributor.</summary>
    static abstract ulong InterruptDistributor { get; }

    /// <summary>Interrupt controller: redistributor of CPU 0.</summary>
    static abstract ulong InterruptRedistributor { get; }

    /// <summary>Bytes from one CPU's redistributor to the next.</summary>
    static abstract ulong InterruptRedistributorStride { get; }

    /// <summary>Boot console: PL011.</summary>
    static abstract ulong ConsoleUart { get; }

    /// <summary>Interrupt id of the hypervisor's physical timer.</summary>
    static abstract uint HypervisorTimerInterrupt { get; }

    /// <summary>Interrupt id of the guests' virtual timer.</summary>
    static abstract uint VirtualTimerInterrupt { get; }

    /// <summary>Interrupt id of the virtual interrupt controller's maintenance interrupt.</summary>
    static abstract uint MaintenanceInterrupt { get; }
}
