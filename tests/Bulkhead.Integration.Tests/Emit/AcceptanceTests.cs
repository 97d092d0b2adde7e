// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Integration.Boards;
using Bulkhead.Integration.Emit;
using Bulkhead.Integration.Layout;
using Bulkhead.Integration.Model;
using Bulkhead.Kernel.Boot;
using ManagerCheck = Bulkhead.Partitions.Manager.ImageCheck;
using Verdict = Bulkhead.Partitions.Manager.Verdict;

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
            Assert.Equal(ManagerCheck.Check(image.Bytes).IsAccepted, HasSelectors(model));
        }
    }

    /// <summary>Threads, stacks, portals and windows on four processors, as the manager wants them;
    /// the console on another processor than the first.</summary>
    [Theory]
    [InlineData("0")]
    [InlineData("3")]
    public void Kernel_and_manager_accept_an_image_for_several_processors(string consoleCpu)
    {
        using SystemFixture spread = new($$"""
            board: qemu-virt
            cpus: 4
            partitions:
              linux:
                vm: { kernel: kernel.bin, memory: 16 MiB, pin: [ 1, 2, 1 ] }
                cpu: 1
                time-partition: guests
              logger: { vm: { kernel: kernel.bin, memory: 16 MiB }, cpu: 3 }
              control: { native: samples/control, time-partition: control, cpu: 2 }
              helper: { native: samples/control }
              console:
                native: src/partitions/console
                devices: [ /pl011@9000000 ]
                cpu: {{consoleCpu}}
            channels:
              - { from: control, to: console, stream: log }
              - { from: control, to: helper, stream: portal }
              - { from: helper, to: console, stream: log }
            schedules:
              normal:
                windows:
                  - { time-partition: control, duration: 1 ms, cpu: 2 }
                  - { time-partition: guests, duration: 9 ms, cpu: 2 }
                  - { time-partition: guests, duration: 10 ms, cpu: 1 }
            """);
        Assert.Empty(spread.Diagnostics);
        Assert.Equal(Reason.None, KernelSays(spread.Image.Bytes));
        Verdict verdict = ManagerCheck.Check(spread.Image.Bytes);
        Assert.Equal((Reason.None, 0u), (verdict.Reason, verdict.Index));
        Assert.Equal([0b0110u, 0b1000, 0, 0b0101, 0b1111],
            spread.Image.Tables.Partitions.Select(partition => partition.ServerCpus));
        Assert.Equal(4u, spread.Image.Tables.Header.CpuCount);
        VirtualMachineInfo machine = spread.Image.Tables.Partitions[0].Machine;
        Assert.Equal("1,2,1,0", string.Join(',', Enumerable.Range(0, 4)
            .Select(number => machine.VcpuCpus[number])));
    }

    /// <summary>Whoever is restarted has its action in the image, and the manager has a stack to
    /// restart with.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Kernel_and_manager_accept_an_image_that_restarts(int cpuCount)
    {
        using SystemFixture restarting = new($$"""
            board: qemu-virt
            cpus: {{cpuCount}}
            partitions:
              linux:
                vm: { kernel: kernel.bin, memory: 16 MiB }
                cpu: {{cpuCount - 1}}
                time-partition: guest
                schedule-change: { second: cold-start }
              control:
                native: samples/control
                time-partition: control
                schedule-change: warm-start
                rights: [ schedule ]
              console: { native: src/partitions/console, devices: [ /pl011@9000000 ] }
            channels:
              - { from: control, to: console, stream: log }
            schedules:
              first:
                windows:
                  - { time-partition: control, duration: 1 ms }
                  - { time-partition: guest, duration: 1 ms, cpu: {{cpuCount - 1}} }
              second:
                windows:
                  - { time-partition: control, duration: 1 ms }
                  - { time-partition: guest, duration: 1 ms, cpu: {{cpuCount - 1}} }
            """);
        Assert.Empty(restarting.Diagnostics);
        Assert.Equal(Reason.None, KernelSays(restarting.Image.Bytes));
        Verdict verdict = ManagerCheck.Check(restarting.Image.Bytes);
        Assert.Equal((Reason.None, 0u), (verdict.Reason, verdict.Index));
        Assert.Equal(
            [
                (ScheduleChangeAction.Ignore, ScheduleChangeAction.ColdStart),
                (ScheduleChangeAction.WarmStart, ScheduleChangeAction.WarmStart),
                (ScheduleChangeAction.Ignore, ScheduleChangeAction.Ignore),
            ],
            restarting.Image.Tables.Partitions.Select(
                p => (p.ScheduleActions[0], p.ScheduleActions[1])));
        Assert.Equal(0x4000ul * (uint)cpuCount,
            restarting.Image.Tables.Memory.Single(
                m => m.Partition == uint.MaxValue && (m.Access & MemoryAccess.Write) != 0).Bytes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void The_tool_knows_the_managers_capacity_for_several_processors(int machineCount)
    {
        bool isRefused = false;
        for (int cpuCount = 1; cpuCount <= 8; cpuCount++)
        {
            SystemModel model = Model(machineCount, 8) with { CpuCount = cpuCount };
            model = model with
            {
                Partitions = [.. model.VirtualMachines.Select(machine => machine with
                {
                    Pins = [.. Enumerable.Range(0, 8).Select(number => number % cpuCount)],
                })],
            };
            SystemImage image = SystemImageBuilder.Build(Setup(model));
            bool isFit = HasSelectors(model);
            Assert.Equal(ManagerCheck.Check(image.Bytes).IsAccepted, isFit);
            isRefused |= !isFit;
        }

        Assert.Equal(machineCount > 2, isRefused);
    }

    /// <summary>Whether the manager has a selector for each object.</summary>
    internal static bool HasSelectors(SystemModel model)
    {
        PoolDemand objects = KernelDemand.Of(model)[^1];
        return objects.Total <= objects.Pool.Capacity;
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
