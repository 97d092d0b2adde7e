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

    /// <summary>Whether there is firmware that answers PSCI by SMC: it starts CPUs and powers the
    /// machine off. Without it CPUs wait at their <see cref="ReleaseAddress"/>, and a machine that
    /// has ended stands still.</summary>
    static abstract bool HasPsci { get; }

    /// <summary>Where a CPU of a board without PSCI waits for the address that it shall go on at,
    /// <c>cpu-release-addr</c> of a device tree whose <c>enable-method</c> is <c>spin-table</c>
    /// (Devicetree 3.8.1). It lies in memory that nothing else uses, in a block of 2 MiB that
    /// the kernel does not map, aligned to eight bytes.</summary>
    /// <param name="cpu">Its number, which is also its affinity 0.0.0.number; 1 and up.</param>
    /// <returns>The address; 0 when the board has no such CPU, which is then refused.</returns>
    static abstract ulong ReleaseAddress(uint cpu);
}
