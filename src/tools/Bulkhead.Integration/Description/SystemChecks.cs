// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Integration.Boards;
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Layout;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Description;

/// <summary>Checks that need the whole system: what partitions share and add up to.</summary>
public static class SystemChecks
{
    // The kernel, its tables and the manager; a system that leaves less cannot start.
    private const ulong MemorySizeMin = 64UL << 20;

    /// <summary>Checks a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="memoryMark">Where the board's memory is described.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static void Run(SystemModel model, SourceMark memoryMark, DiagnosticBag diagnostics)
    {
        CheckBoardMemory(model, memoryMark, diagnostics);
        CheckDomainCount(model, diagnostics);
        if (!model.HasOtherManager)
        {
            CheckInterruptCount(model, diagnostics);
        }

        foreach (PoolDemand demand in KernelDemand.Of(model))
        {
            demand.Check(model, diagnostics);
        }

        CheckDeviceOwners(model, diagnostics);
        CheckProcessorTime(model, diagnostics);
        CheckTextChannels(model, diagnostics);
        ScheduleChecks.Run(model, diagnostics);
        ScheduleChangeChecks.Run(model, diagnostics);
    }

    // The partition manager refuses anything else at boot.
    private static void CheckTextChannels(SystemModel model, DiagnosticBag diagnostics)
    {
        HashSet<int> senders = [];
        foreach (ChannelModel channel in model.Channels.Where(c => c.Stream != StreamKind.Portal))
        {
            string from = model.Partitions[channel.FromIndex].Name;
            if (channel.ToIndex != model.Console?.ServerIndex)
            {
                string to = model.Partitions[channel.ToIndex].Name;
                diagnostics.Error(DiagnosticId.BadChannel, channel.Mark,
                    $"text from `{from}` goes to `{to}`, which is not the console server",
                    "name the partition that has the UART among its `devices`, or use "
                    + "`stream: portal`");
            }
            else if (!senders.Add(channel.FromIndex))
            {
                diagnostics.Error(DiagnosticId.BadChannel, channel.Mark,
                    $"`{from}` has a second text channel to the console",
                    "keep one: `terminal` when it reads input, else `log`");
            }
        }
    }

    private static void CheckBoardMemory(
        SystemModel model, SourceMark mark, DiagnosticBag diagnostics)
    {
        bool isGood = model.MemorySize >= MemorySizeMin
            && model.MemorySize <= model.Board.MemoryMax && model.MemorySize % (1 << 20) == 0;
        if (!isGood)
        {
            diagnostics.Error(DiagnosticId.BadSize, mark,
                $"the board {model.Board.Name} cannot have {SizeText.Format(model.MemorySize)}",
                $"use whole MiB from {SizeText.Format(MemorySizeMin)} to "
                + SizeText.Format(model.Board.MemoryMax));
            return;
        }

        ulong wanted = model.NativePartitions.Aggregate(0UL, (sum, p) => sum + p.MemorySize)
            + model.VirtualMachines.Aggregate(0UL, (sum, vm) => sum + vm.Memory.Size);
        if (wanted > model.MemorySize)
        {
            diagnostics.Error(DiagnosticId.BoardMemoryExhausted, mark,
                $"the partitions want {SizeText.Format(wanted)}, the board has "
                + SizeText.Format(model.MemorySize),
                "give the board more `memory` or the partitions less");
        }
    }

    // The manager is a domain, and a virtual machine is two: the guest and its monitor.
    private static void CheckDomainCount(SystemModel model, DiagnosticBag diagnostics)
    {
        int count = 1 + model.Partitions.Count + model.VirtualMachines.Count();
        if (count > Limits.DomainsMax)
        {
            diagnostics.Error(DiagnosticId.TooMany, model.Partitions[^1].Mark,
                $"the system needs {count} protection domains (two for a virtual machine), "
                + $"the kernel has room for {Limits.DomainsMax}", "remove partitions");
        }
    }

    // Each has a selector in its partition.
    private static void CheckInterruptCount(SystemModel model, DiagnosticBag diagnostics)
    {
        const uint Max = Selectors.InterruptSemaphore - Selectors.Interrupt;
        foreach (NativePartitionModel partition in model.NativePartitions)
        {
            int count = partition.Devices.Sum(device => device.InterruptIds.Count);
            if (count > Max)
            {
                diagnostics.Error(DiagnosticId.TooMany, partition.Mark,
                    $"the devices of `{partition.Name}` have {count} interrupts, a partition has "
                    + $"room for {Max}", "give some of its `devices` to another partition");
            }
        }
    }

    private static void CheckDeviceOwners(SystemModel model, DiagnosticBag diagnostics)
    {
        List<(BoardDevice Device, NativePartitionModel Owner)> owned = [];
        foreach (NativePartitionModel partition in model.NativePartitions)
        {
            foreach (BoardDevice device in partition.Devices)
            {
                ReportSharedPages(owned, device, partition, diagnostics);
                owned.Add((device, partition));
            }
            WarnUnconfined(partition, diagnostics);
        }
    }

    // Rights to registers are given in pages, so devices in one page have one owner.
    private static void ReportSharedPages(
        List<(BoardDevice Device, NativePartitionModel Owner)> owned,
        BoardDevice device,
        NativePartitionModel partition,
        DiagnosticBag diagnostics)
    {
        foreach ((BoardDevice other, NativePartitionModel owner) in owned)
        {
            if (other == device)
            {
                diagnostics.Error(DiagnosticId.DeviceOwnedTwice, partition.Mark,
                    $"`{device.Path}` is given to `{owner.Name}` and to `{partition.Name}`",
                    "give it to one of them");
            }
            else if (owner != partition && other.Pages.Overlaps(device.Pages))
            {
                diagnostics.Error(DiagnosticId.DeviceOwnedTwice, partition.Mark,
                    $"`{device.Path}` of `{partition.Name}` shares a page with `{other.Path}` "
                    + $"of `{owner.Name}`", "give both to one partition");
            }
        }
    }

    // One warning for all devices of a partition: they need one decision.
    private static void WarnUnconfined(NativePartitionModel partition, DiagnosticBag diagnostics)
    {
        BoardDevice[] unconfined = [.. partition.Devices.Where(device => device.ReachesAllMemory)];
        if (unconfined.Length == 0) return;
        string others = unconfined.Length == 1
            ? " moves data by itself and nothing confines it"
            : $" and {unconfined.Length - 1} more devices move data by themselves and nothing "
                + "confines them";
        diagnostics.Warning(DiagnosticId.DeviceUnconfined, partition.Mark,
            $"`{unconfined[0].Path}`{others} to `{partition.Name}`",
            "trust the partition with all memory, or remove "
                + (unconfined.Length == 1 ? "the device" : "the devices"));
    }

    // A partition without a budget of its own takes what is left, so only reservations add up.
    private static void CheckProcessorTime(SystemModel model, DiagnosticBag diagnostics)
    {
        for (int cpu = 0; cpu < model.CpuCount; cpu++)
        {
            CheckProcessorTime(model, cpu, diagnostics);
        }
    }

    private static void CheckProcessorTime(
        SystemModel model, int cpu, DiagnosticBag diagnostics)
    {
        Reservation[] reserved = [.. model.Partitions
            .SelectMany(partition => Reservation.Of(partition, cpu))
            .Where(reservation => reservation.BudgetNanoseconds > 0)];
        double share = reserved.Sum(reservation => reservation.Share);
        if (share > 1.0)
        {
            diagnostics.Warning(DiagnosticId.ProcessorOvercommitted, reserved[^1].Mark,
                $"the budgets add up to {share:P0} of the processor"
                + (model.CpuCount > 1 ? $" {cpu}" : ""),
                "lower budgets, or the partitions of low priority will not get theirs");
        }
    }
}
