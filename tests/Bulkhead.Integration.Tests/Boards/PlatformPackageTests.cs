// SPDX-License-Identifier: MIT
using System.Text;
using Bulkhead.Integration.Boards;
using Bulkhead.Kernel.Seams;
using Bulkhead.Psp.QemuVirt;
using Bulkhead.Psp.QemuVirtSpinTable;

namespace Bulkhead.Integration.Tests.Boards;

/// <summary>What the kernel's packages and the tool's table say of the same board.</summary>
public sealed class PlatformPackageTests
{
    private const ulong BlockBytes = 2 << 20;

    [Fact]
    public void Kernel_and_tool_agree()
    {
        Agree<QemuVirt>();
        Agree<QemuVirtSpinTable>();
    }

    [Fact]
    public void Both_boards_are_the_same_machine()
    {
        Same(QemuVirt.InterruptDistributor, QemuVirtSpinTable.InterruptDistributor);
        Same(QemuVirt.InterruptRedistributor, QemuVirtSpinTable.InterruptRedistributor);
        Same(QemuVirt.InterruptRedistributorStride,
            QemuVirtSpinTable.InterruptRedistributorStride);
        Same(QemuVirt.ConsoleUart, QemuVirtSpinTable.ConsoleUart);
        Same(QemuVirt.HypervisorTimerInterrupt, QemuVirtSpinTable.HypervisorTimerInterrupt);
        Same(QemuVirt.VirtualTimerInterrupt, QemuVirtSpinTable.VirtualTimerInterrupt);
        Same(QemuVirt.MaintenanceInterrupt, QemuVirtSpinTable.MaintenanceInterrupt);
    }

    // EL2's tables map no block below the kernel's own, and no partition gets memory there.
    [Fact]
    public void Release_addresses_lie_below_the_kernel_each_on_its_own()
    {
        Board board = Board.Find("qemu-virt-spin-table")!;
        ulong[] addresses = [.. Enumerable.Range(1, board.CpusMax - 1)
            .Select(cpu => QemuVirtSpinTable.ReleaseAddress((uint)cpu))];
        Assert.Equal(addresses.Length, addresses.Distinct().Count());
        Assert.All(addresses, address => Assert.Equal(0ul, address % 8));
        Assert.All(addresses, address => Assert.InRange(
            address, board.MemoryBase, board.MemoryBase + BlockBytes - 8));
        Assert.True(board.LoadOffset >= BlockBytes);
        Assert.True(QemuVirt.HasPsci && !QemuVirtSpinTable.HasPsci);
    }

    private static void Agree<TBoard>() where TBoard : struct, IBoard
    {
        Board? board = Board.Find(Encoding.ASCII.GetString(TBoard.Name));
        Assert.NotNull(board);
        Assert.Equal(TBoard.MemoryBase, board.MemoryBase);
        Assert.Equal(TBoard.ConsoleUart,
            board.Devices.Single(device => device.IsConsoleUart).RegisterBase);
    }

    private static void Same(ulong one, ulong other) => Assert.Equal(one, other);
}
