// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Boards;
using Bulkhead.Integration.DeviceTree;
using Bulkhead.Integration.Packages;

namespace Bulkhead.Integration.Tests.Boards;

public sealed class QemuVirtBoardTests
{
    [Fact]
    public void Agrees_with_the_device_tree_that_qemu_writes()
    {
        string file = Path.Combine(Path.GetTempPath(), $"virt-{Guid.NewGuid():n}.dtb");
        CommandResult result = new HostCommandRunner().Run("qemu-system-aarch64",
        [
            "-machine", $"virt,virtualization=on,gic-version=3,dumpdtb={file}",
            "-cpu", "cortex-a72", "-nodefaults", "-nographic",
        ]);
        if (result.ExitCode == CommandResult.NotFound)
        {
            return;
        }

        DeviceTreeNode tree = BlobReader.Read(File.ReadAllBytes(file));
        File.Delete(file);
        Assert.All(Board.Find("qemu-virt")!.Devices, device => Compare(tree, device));
    }

    private static void Compare(DeviceTreeNode tree, BoardDevice device)
    {
        DeviceTreeNode node = tree.At(device.Path)!;
        DeviceTreeProperty reg = node.Find("reg")!;
        Assert.Equal(device.RegisterBase, ((ulong)reg.Cell(0) << 32) | reg.Cell(1));
        Assert.Equal(device.RegisterSize, ((ulong)reg.Cell(2) << 32) | reg.Cell(3));
        if (node.Find("interrupts") is { CellCount: 3 } interrupts && device.InterruptIds.Count > 0)
        {
            Assert.Equal(Assert.Single(device.InterruptIds), interrupts.Cell(1) + 32);
            Assert.Equal(device.IsEdgeTriggered, interrupts.Cell(2) == 1);
        }
    }
}
