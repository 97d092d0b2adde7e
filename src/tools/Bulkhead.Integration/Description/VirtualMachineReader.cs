// SPDX-License-Identifier: MIT
using System.Text;
using Bulkhead.Abi;
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.GuestImages;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Description;

/// <summary>Reads a virtual machine.</summary>
/// <param name="cpuCount">Processors that run.</param>
/// <param name="locator">Finds kernel, RAM disk and monitor.</param>
public sealed class VirtualMachineReader(int cpuCount, SourceLocator locator)
{
    /// <summary>
    /// Most bytes of a command line, UTF-8: what arm64 Linux keeps (COMMAND_LINE_SIZE).
    /// </summary>
    public const int CommandLineBytesMax = 2047;

    private const ulong MemorySizeMin = 2UL << 20;
    private static readonly string[] s_nativeKeys =
        ["memory", "devices", "argument", "period", "budget", "rights", "threads", "tier"];

    /// <summary>Reads the virtual machine; what is wrong is reported.</summary>
    /// <param name="entry">Name and node of the partition.</param>
    /// <param name="partition">The partition's keys.</param>
    /// <param name="schedule">Its schedule.</param>
    /// <returns>The virtual machine, or null when it has no kernel or memory.</returns>
    public VirtualMachineModel? Read(
        MappingEntry entry, SectionReader partition, ScheduleModel schedule)
    {
        ReportNativeKeys(partition);
        SectionReader vm = new(DescriptionFormat.VirtualMachine, partition.Node("vm")!,
            $"`vm` of partition `{entry.Key}`", partition.Diagnostics);
        PayloadSource? kernel = Source(vm, "kernel");
        MemoryRange? memory = ReadMemory(vm);
        KernelFormat format = Enum.Parse<KernelFormat>(
            vm.Word("kernel-format") ?? "auto", ignoreCase: true);
        PayloadSource? initrd = Source(vm, "initrd");
        IReadOnlyList<int> pins = ReadPins(vm, entry.Key, schedule.Cpu);
        ulong? load = vm.Address("load");
        ulong? entryAddress = vm.Address("entry");
        PayloadSource? deviceTree = vm.Scalar("dtb") is ScalarNode dtb ? locator.File(dtb) : null;
        PayloadSource[] overlays =
            [.. vm.List("overlays").Select(locator.File).OfType<PayloadSource>()];
        string? monitor = locator.Project(
            vm.Scalar("monitor")?.Text ?? DescriptionFormat.VirtualMachine["monitor"].Default,
            vm.MarkOf("monitor"));
        CheckLoad(vm, format, load);
        if (initrd is ProjectSource)
        {
            vm.Diagnostics.Error(DiagnosticId.KeysConflict, initrd.Mark,
                "a C# project cannot be a RAM disk", "name a file or a Debian package");
        }

        return kernel is null || memory is null || monitor is null ? null
            : new VirtualMachineModel(
                entry.Key, entry.KeyMark, schedule, kernel, format, memory.Value)
            {
                Initrd = initrd,
                CommandLine = ReadCommandLine(vm),
                Pins = pins,
                LoadAddress = load,
                EntryAddress = entryAddress,
                DeviceTree = deviceTree,
                Overlays = overlays,
                Monitor = monitor,
            };
    }

    private PayloadSource? Source(SectionReader vm, string key) =>
        vm.Scalar(key) is ScalarNode node ? locator.Source(node) : null;

    private static void ReportNativeKeys(SectionReader partition)
    {
        foreach (string key in s_nativeKeys.Where(partition.Has))
        {
            partition.Diagnostics.Error(DiagnosticId.KeysConflict, partition.MarkOf(key),
                $"`{key}` belongs to native partitions, this is a virtual machine",
                key == "memory" ? "move it below `vm`" : "remove it");
        }
    }

    private IReadOnlyList<int> ReadPins(SectionReader vm, string name, int cpu)
    {
        ulong? wanted = vm.Number("cpus");
        int errorCount = vm.Diagnostics.ErrorCount;
        IReadOnlyList<int> pins = ProcessorReference.ReadList(
            vm, "pin", $"a virtual processor of `{name}`", cpuCount);
        if (!vm.Has("pin") || vm.Diagnostics.ErrorCount != errorCount)
        {
            return [.. Enumerable.Repeat(cpu, (int)(wanted ?? 1))];
        }

        int count = (int)(wanted ?? Math.Clamp((ulong)pins.Count, 1, Limits.VcpusPerMachineMax));
        if (pins.Count != count)
        {
            vm.Diagnostics.Error(DiagnosticId.PinMismatch, vm.MarkOf("pin"),
                $"`pin` names {pins.Count} processors for {count} virtual ones",
                "name one for each, in order");
            return [.. Enumerable.Repeat(cpu, count)];
        }

        return pins;
    }

    private static string ReadCommandLine(SectionReader vm)
    {
        // An empty command line is a choice: `cmdline:` and `cmdline: ""` both mean it.
        if (vm.Node("cmdline") is null or ScalarNode { IsNull: true })
        {
            return "";
        }

        string text = vm.Scalar("cmdline")?.Text ?? "";
        if (Encoding.UTF8.GetByteCount(text) > CommandLineBytesMax)
        {
            vm.Diagnostics.Error(DiagnosticId.TextTooLong, vm.MarkOf("cmdline"),
                "the command line is too long", $"use at most {CommandLineBytesMax} bytes");
        }

        return text;
    }

    private static MemoryRange? ReadMemory(SectionReader vm)
    {
        ulong? size = vm.Size("memory");
        ulong start = vm.Address("base") ?? GuestContract.MemoryBase;
        if (size is null)
        {
            return null;
        }

        const ulong LargePage = 2UL << 20;
        if (size < MemorySizeMin || size % LargePage != 0)
        {
            vm.Diagnostics.Error(DiagnosticId.BadSize, vm.MarkOf("memory"),
                $"guest memory of {SizeText.Format(size.Value)} cannot be given",
                $"use a multiple of {SizeText.Format(LargePage)}");
            return null;
        }

        ulong end = 1UL << Limits.GuestAddressBits;
        if (start % LargePage != 0 || start > end || size > end - start)
        {
            vm.Diagnostics.Error(DiagnosticId.BadAddress, vm.MarkOf("base"),
                $"guest memory cannot begin at 0x{start:x}",
                $"use a multiple of 2 MiB so that the memory ends below 0x{end:x}");
            return null;
        }

        MemoryRange memory = new(start, size.Value);
        ReportDevices(vm, memory);
        return memory;
    }

    private static void ReportDevices(SectionReader vm, MemoryRange memory)
    {
        foreach (MemoryRange range in GuestContract.DeviceRanges.Where(memory.Overlaps))
        {
            vm.Diagnostics.Error(DiagnosticId.MemoryOnDevice, vm.MarkOf("base"),
                $"guest memory {memory} covers the guest's own device at {range}",
                "use a base from 0x40000000 upward");
        }
    }

    private static void CheckLoad(SectionReader vm, KernelFormat format, ulong? load)
    {
        if (format == KernelFormat.Raw && load is null && !vm.Has("load"))
        {
            vm.Diagnostics.Error(DiagnosticId.MissingKey, vm.Mark,
                "a raw kernel needs an address", "add `load: 0x40080000`");
        }
        else if (load is not null && format is KernelFormat.Image or KernelFormat.Elf)
        {
            vm.Diagnostics.Error(DiagnosticId.KeysConflict, vm.MarkOf("load"),
                "`load` is for raw kernels, the other formats say where they go",
                "remove `load`, or write `kernel-format: raw`");
        }
    }
}
