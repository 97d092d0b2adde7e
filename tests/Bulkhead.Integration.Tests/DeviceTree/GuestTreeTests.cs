// SPDX-License-Identifier: MIT
using Bulkhead.Integration.DeviceTree;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Tests.DeviceTree;

public sealed class GuestTreeTests
{
    private static readonly VirtualMachineModel s_machine = Machines.Make() with
    {
        Pins = [0, 0, 0],
        CommandLine = "console=ttyAMA0 quiet",
    };

    [Fact]
    public void Tells_the_guest_exactly_what_it_has()
    {
        DeviceTreeNode tree =
            GuestTree.Create(s_machine, new MemoryRange(0x4800_0000, 0x1234));

        Assert.Equal(
            [0u, 0x4000_0000u, 0u, 64u << 20], Cells(tree.At("/memory@40000000")!, "reg"));
        Assert.Equal(3, tree.At("/cpus")!.Children.Count);
        Assert.Equal("psci", tree.At("/cpus/cpu@2")!.Find("enable-method")!.Text);
        Assert.Equal("hvc", tree.At("/psci")!.Find("method")!.Text);
        Assert.Equal(
            [0u, 0x0800_0000u, 0u, 0x1_0000u, 0u, 0x080a_0000u, 0u, 0x6_0000u],
            Cells(tree.At("/intc@8000000")!, "reg"));
        Assert.Equal([1u, 13u, 4u, 1u, 14u, 4u, 1u, 11u, 4u, 1u, 10u, 4u],
            Cells(tree.At("/timer")!, "interrupts"));
        DeviceTreeNode uart = tree.At("/pl011@9000000")!;
        Assert.Equal([0u, 1u, 4u], Cells(uart, "interrupts"));
        Assert.Equal(["arm,pl011", "arm,primecell"], uart.Find("compatible")!.Texts);
        Assert.Equal(tree.At("/apb-pclk")!.Phandle, uart.Find("clocks")!.Cell(0));
        DeviceTreeNode chosen = tree.At("/chosen")!;
        Assert.Equal("console=ttyAMA0 quiet", chosen.Find("bootargs")!.Text);
        Assert.Equal("/pl011@9000000", chosen.Find("stdout-path")!.Text);
        Assert.Equal([0u, 0x4800_0000u], Cells(chosen, "linux,initrd-start"));
        Assert.Equal([0u, 0x4800_1234u], Cells(chosen, "linux,initrd-end"));
    }

    [Fact]
    public void Every_label_leads_to_a_node()
    {
        DeviceTreeNode tree = GuestTree.Create(s_machine, default);
        Assert.All(tree.At("/__symbols__")!.Properties, s => Assert.NotNull(tree.At(s.Text)));
        Assert.Null(tree.At("/chosen")!.Find("linux,initrd-start"));
    }

    [Fact]
    public void Completes_a_tree_of_the_users()
    {
        DeviceTreeNode tree = new("");
        tree.Add("chosen").SetText("bootargs", "mine");

        GuestTree.Complete(tree, s_machine with { CommandLine = "" }, new MemoryRange(4096, 1));
        Assert.Equal("mine", tree.At("/chosen")!.Find("bootargs")!.Text);
        Assert.Equal([0u, 4097u], Cells(tree.At("/chosen")!, "linux,initrd-end"));

        GuestTree.Complete(tree, s_machine, default);
        Assert.Equal("console=ttyAMA0 quiet", tree.At("/chosen")!.Find("bootargs")!.Text);
    }

    private static uint[] Cells(DeviceTreeNode node, string name)
    {
        DeviceTreeProperty property = node.Find(name)!;
        return [.. Enumerable.Range(0, property.CellCount).Select(property.Cell)];
    }
}
