// SPDX-License-Identifier: MIT
using System.Globalization;
using Bulkhead.Integration.GuestImages;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.DeviceTree;

/// <summary>
/// Makes the device tree of a guest: exactly what its monitor emulates, labelled for overlays.
/// </summary>
public static class GuestTree
{
    private const uint InterruptController = 1;
    private const uint BusClock = 2;
    private const uint SharedInterrupt = 0;
    private const uint PrivateInterrupt = 1;
    private const uint LevelHigh = 4;
    private const string UartNode = "pl011@9000000";
    private const string ClockNode = "pl031@9010000";

    // Secure, non-secure, virtual and hypervisor timer: INTIDs 29, 30, 27, 26 less 16.
    private static readonly uint[] s_timerInterrupts = [13, 14, 11, 10];

    /// <summary>Makes a tree.</summary>
    /// <param name="machine">The virtual machine.</param>
    /// <param name="initrd">Where its RAM disk is; size 0 when there is none.</param>
    /// <returns>The root.</returns>
    public static DeviceTreeNode Create(VirtualMachineModel machine, MemoryRange initrd)
    {
        DeviceTreeNode root = new("");
        root.SetText("compatible", "bulkhead,guest", "linux,dummy-virt")
            .SetText("model", "Bulkhead virtual machine")
            .SetCells("#address-cells", 2)
            .SetCells("#size-cells", 2)
            .SetCells("interrupt-parent", InterruptController);
        AddChosen(root, machine, initrd);
        AddMemory(root, machine.Memory);
        AddCpus(root, machine.CpuCount);
        root.Add("psci").SetText("compatible", "arm,psci-1.0", "arm,psci-0.2")
            .SetText("method", "hvc");
        AddTimer(root);
        AddInterruptController(root, machine.CpuCount);
        AddPeripherals(root);
        AddSymbols(root);
        return root;
    }

    /// <summary>
    /// Sets in a tree of the user's what only the tool knows: the place of the RAM disk, and the
    /// command line when the description gives one.
    /// </summary>
    /// <param name="root">The tree, changed.</param>
    /// <param name="machine">The virtual machine.</param>
    /// <param name="initrd">Where its RAM disk is; size 0 when there is none.</param>
    public static void Complete(
        DeviceTreeNode root, VirtualMachineModel machine, MemoryRange initrd)
    {
        DeviceTreeNode chosen = root.Add("chosen");
        if (machine.CommandLine.Length > 0)
        {
            chosen.SetText("bootargs", machine.CommandLine);
        }

        SetInitrd(chosen, initrd);
    }

    private static void AddChosen(
        DeviceTreeNode root, VirtualMachineModel machine, MemoryRange initrd)
    {
        DeviceTreeNode chosen = root.Add("chosen")
            .SetText("bootargs", machine.CommandLine)
            .SetText("stdout-path", "/" + UartNode);
        SetInitrd(chosen, initrd);
    }

    private static void SetInitrd(DeviceTreeNode chosen, MemoryRange initrd)
    {
        if (initrd.Size > 0)
        {
            chosen.SetLongs("linux,initrd-start", initrd.Base)
                .SetLongs("linux,initrd-end", initrd.End);
        }
    }

    private static void AddMemory(DeviceTreeNode root, MemoryRange memory) =>
        root.Add(string.Create(CultureInfo.InvariantCulture, $"memory@{memory.Base:x}"))
            .SetText("device_type", "memory")
            .SetLongs("reg", memory.Base, memory.Size);

    private static void AddCpus(DeviceTreeNode root, int count)
    {
        DeviceTreeNode cpus =
            root.Add("cpus").SetCells("#address-cells", 1).SetCells("#size-cells", 0);
        for (uint i = 0; i < count; i++)
        {
            cpus.Add(string.Create(CultureInfo.InvariantCulture, $"cpu@{i:x}"))
                .SetText("device_type", "cpu")
                .SetText("compatible", "arm,armv8")
                .SetCells("reg", i)
                .SetText("enable-method", "psci");
        }
    }

    private static void AddTimer(DeviceTreeNode root) => root.Add("timer")
        .SetText("compatible", "arm,armv8-timer")
        .SetCells("interrupts", [.. s_timerInterrupts.SelectMany(
            number => new[] { PrivateInterrupt, number, LevelHigh })])
        .SetFlag("always-on");

    private static void AddInterruptController(DeviceTreeNode root, int cpuCount) =>
        root.Add("intc@8000000")
            .SetText("compatible", "arm,gic-v3")
            .SetFlag("interrupt-controller")
            .SetCells("#interrupt-cells", 3)
            .SetLongs("reg", GuestContract.Distributor, GuestContract.DistributorSize,
                GuestContract.Redistributor, GuestContract.RedistributorSize * (ulong)cpuCount)
            .SetCells("#redistributor-regions", 1)
            .SetCells("phandle", InterruptController);

    // Without a clock Linux leaves an arm,pl011 alone, and the guest stays silent.
    private static void AddPeripherals(DeviceTreeNode root)
    {
        root.Add("apb-pclk").SetText("compatible", "fixed-clock")
            .SetCells("#clock-cells", 0)
            .SetCells("clock-frequency", GuestContract.UartClockHertz)
            .SetText("clock-output-names", "clk24mhz")
            .SetCells("phandle", BusClock);
        root.Add(UartNode)
            .SetText("compatible", "arm,pl011", "arm,primecell")
            .SetLongs("reg", GuestContract.Uart, GuestContract.UartSize)
            .SetCells("interrupts", SharedInterrupt, GuestContract.UartInterruptId - 32, LevelHigh)
            .SetCells("clocks", BusClock, BusClock)
            .SetText("clock-names", "uartclk", "apb_pclk");
        root.Add(ClockNode)
            .SetText("compatible", "arm,pl031", "arm,primecell")
            .SetLongs("reg", GuestContract.Clock, GuestContract.ClockSize)
            .SetCells("interrupts", SharedInterrupt, GuestContract.ClockInterruptId - 32, LevelHigh)
            .SetCells("clocks", BusClock)
            .SetText("clock-names", "apb_pclk");
        root.Add("aliases").SetText("serial0", "/" + UartNode);
    }

    private static void AddSymbols(DeviceTreeNode root) => root.Add("__symbols__")
        .SetText("chosen", "/chosen")
        .SetText("cpus", "/cpus")
        .SetText("psci", "/psci")
        .SetText("timer", "/timer")
        .SetText("gic", "/intc@8000000")
        .SetText("apb_pclk", "/apb-pclk")
        .SetText("rtc", "/" + ClockNode)
        .SetText("uart0", "/" + UartNode);
}
