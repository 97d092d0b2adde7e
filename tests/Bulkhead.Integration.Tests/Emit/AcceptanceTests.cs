// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Integration.Boards;
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Emit;
using Bulkhead.Integration.Layout;
using Bulkhead.Integration.Model;
using Bulkhead.Kernel.Boot;
using ManagerCheck = Bulkhead.Partitions.Manager.ImageCheck;

namespace Bulkhead.Integration.Tests.Emit;

/// <summary>What the tool emits, the kernel's and the manager's own checks accept.</summary>
public sealed class AcceptanceTests(SystemFixture fixture) : IClassFixture<SystemFixture>
{
    [Fact]
    public void Kernel_and_manager_accept_the_image()
    {
        Assert.Equal(Reason.None, KernelSays(fixture.Image.Bytes));
        Assert.True(ManagerCheck.Check(fixture.Image.Bytes).IsAccepted);
    }

    [Fact]
    public void Every_altered_byte_of_the_tables_is_refused()
    {
        byte[] image = [.. fixture.Image.Bytes];
        int size = (int)MemoryMarshal.Read<SystemImageHeader>(image).TableBytes;
        for (int i = 0; i < size; i++)
        {
            image[i] ^= 0x80;
            Assert.NotEqual(Reason.None, KernelSays(image));
            image[i] ^= 0x80;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    public void The_tool_knows_the_managers_capacity(int machineCount)
    {
        for (int cpuCount = 1; cpuCount <= 8; cpuCount++)
        {
            SystemModel model = Model(machineCount, cpuCount);
            SystemImage image = SystemImageBuilder.Build(Setup(model));
            DiagnosticBag diagnostics = new();
            BoardFit.Check(model, image, diagnostics);
            Assert.Equal(ManagerCheck.Check(image.Bytes).IsAccepted, !diagnostics.HasErrors);
        }
    }

    private static Reason KernelSays(byte[] image) => ImageCheck.Check(
        new ImageTables(image), "qemu-virt"u8, 0x4040_0000, 0x4000_0000, 1UL << 39);

    private static SystemModel Model(int machineCount, int cpuCount) => new(
        "x.yaml", Board.Find("qemu-virt")!, 1UL << 30, "manager",
        [.. Enumerable.Range(0, machineCount).Select(i => Machines.Make() with
        {
            Name = $"vm{i}", Pins = [.. new int[cpuCount]], Monitor = "vmm",
        })], [], null);

    private SystemSetup Setup(SystemModel model) => new(model, fixture.Setup.Kernel,
        fixture.Setup.Manager, [.. model.VirtualMachines.Select(machine => new PartitionSetup(
            machine, fixture.Setup.Manager, new GuestSetup(machine.Memory, machine.Pins,
                [new(machine.Memory.Base, new byte[16])], machine.Memory.Base,
                machine.Memory.Base)))]);
}
