// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Integration.Boards;

namespace Bulkhead.Integration.Description;

/// <summary>
/// The format of system.yaml, key by key. The reader refuses what is not here, the JSON schema is
/// written from here, and a test holds the documentation against it.
/// </summary>
public static class DescriptionFormat
{
    /// <summary>The whole file.</summary>
    public static DescriptionSection System { get; } = new(
        "system", "One board and the partitions that share it.",
        [
            new("board", ValueKind.Word, "The board that the system runs on.", "qemu-virt")
            {
                IsRequired = true,
                Words = [.. Board.All.Select(board => board.Name)],
            },
            new("memory", ValueKind.Size, "Memory that the board has.", "1 GiB")
            {
                Default = "1 GiB",
            },
            new("cpus", ValueKind.Number, "Processors that run: 0 and up.", "4")
            {
                Minimum = 1, Maximum = Limits.CpusMax, Default = "1",
            },
            new("partitions", ValueKind.NamedSections, "The partitions by name.", "linux: …")
            {
                IsRequired = true, Section = "partition",
            },
            new("channels", ValueKind.SectionList, "Who may send to whom.", "[…]")
            {
                Section = "channel",
            },
            new("schedules", ValueKind.NamedSections,
                "The schedules by name; the first is active from the start.", "normal: …")
            {
                Section = "schedule", Default = "priorities and budgets alone decide",
            },
            new("console", ValueKind.Section, "How the console behaves.", "{ focus: linux }")
            {
                Section = "console",
            },
            new("manager", ValueKind.Path, "C# project of the partition manager.",
                "src/partitions/manager")
            {
                Default = "src/partitions/manager",
            },
        ]);

    /// <summary>One partition.</summary>
    public static DescriptionSection Partition { get; } = new(
        "partition", "A virtual machine (`vm`) or a native C# program (`native`).",
        [
            new("vm", ValueKind.Section, "Makes the partition a virtual machine.", "{ … }")
            {
                Section = "vm",
            },
            new("native", ValueKind.Path, "Makes the partition a native program: its C# project.",
                "samples/control"),
            new("tier", ValueKind.Number,
                "Native only: the tier that the project must have; the project decides.", "1")
            {
                Maximum = 2, Default = "whatever the project says",
            },
            new("memory", ValueKind.Size, "Memory of a native partition.", "2 MiB")
            {
                Default = "2 MiB",
            },
            new("priority", ValueKind.Number, "Scheduling priority; the higher one runs.", "200")
            {
                Maximum = 255, Default = "50 for a virtual machine, 100 for a native partition",
            },
            new("cpu", ValueKind.Number,
                "Processor of a native program's threads, or of a virtual machine.", "1")
            {
                Maximum = Limits.CpusMax - 1, Default = "0",
            },
            new("period", ValueKind.Duration,
                "Native only: time after which the budget is full again.", "1 ms")
            {
                Default = "none",
            },
            new("budget", ValueKind.Duration, "Native only: processor time in each period.",
                "200 us")
            {
                Default = "no limit",
            },
            new("time-partition", ValueKind.TimePartitionName,
                "Time partition in whose windows it runs; partitions may share one.", "control")
            {
                Default = "the background, which runs in every window that is not exclusive",
            },
            new("schedule-change", ValueKind.ScheduleWords,
                "What happens to it when a schedule begins: one word for all, or one for each.",
                "{ normal: cold-start }")
            {
                Words = ["ignore", "cold-start", "warm-start"], Default = "ignore",
            },
            new("rights", ValueKind.WordList,
                "Native only: what it may do to the system: switch schedules (`schedule`).",
                "[ schedule ]")
            {
                Words = ["schedule"], Default = "none",
            },
            new("devices", ValueKind.DeviceList, "Devices that the native partition owns.",
                "[ /pl011@9000000 ]"),
            new("argument", ValueKind.Number, "A number that the native program gets.", "42")
            {
                Default = "0",
            },
            new("threads", ValueKind.SectionList,
                "Native only: threads that the program may start besides its main thread.",
                "[ { name: control, priority: 120 } ]")
            {
                Section = "thread", Default = "none",
            },
        ]);

    /// <summary>One thread of a partition.</summary>
    public static DescriptionSection Thread { get; } = new(
        "thread", "A thread that a native program may start.",
        [
            new("name", ValueKind.ThreadName, "Its name, by which the program finds it.", "control")
            {
                IsRequired = true,
            },
            new("priority", ValueKind.Number, "Scheduling priority; the higher one runs.", "120")
            {
                IsRequired = true, Maximum = 255,
            },
            new("cpu", ValueKind.Number, "Its processor.", "1")
            {
                Maximum = Limits.CpusMax - 1, Default = "the partition's",
            },
            new("period", ValueKind.Duration, "Time after which its budget is full again.", "10 ms")
            {
                Default = "none",
            },
            new("budget", ValueKind.Duration, "Processor time in each period.", "1 ms")
            {
                Default = "no limit",
            },
        ]);

    /// <summary>What makes a partition a virtual machine.</summary>
    public static DescriptionSection VirtualMachine { get; } = new(
        "vm", "An unmodified operating system or bare-metal program.",
        [
            new("kernel", ValueKind.Source,
                "The guest's kernel: a file, a Debian package or a C# project.",
                "debian:linux-image-cloud-arm64")
            {
                IsRequired = true,
            },
            new("kernel-format", ValueKind.Word, "What the kernel file is.", "image")
            {
                Words = ["auto", "image", "elf", "raw"], Default = "auto",
            },
            new("initrd", ValueKind.Source, "Initial RAM disk: a file or a Debian package.",
                "debian:busybox"),
            new("cmdline", ValueKind.Text, "Command line, exactly as the guest gets it.",
                "\"console=ttyAMA0\"")
            {
                Default = "empty",
            },
            new("cpus", ValueKind.Number, "Virtual processors.", "1")
            {
                Minimum = 1, Maximum = Limits.VcpusPerMachineMax,
                Default = "as many as `pin` has, else 1",
            },
            new("pin", ValueKind.NumberList,
                "Processor that each virtual processor runs on; several may share one.", "[ 1, 2 ]")
            {
                Maximum = Limits.CpusMax - 1, Default = "the partition's `cpu` for all",
            },
            new("memory", ValueKind.Size, "Guest memory.", "256 MiB") { IsRequired = true },
            new("base", ValueKind.Address, "Guest-physical address of the memory.", "0x40000000")
            {
                Default = "0x40000000",
            },
            new("load", ValueKind.Address, "Where a raw kernel is put.", "0x40080000"),
            new("entry", ValueKind.Address, "First instruction, when the format does not say.",
                "0x40080000")
            {
                Default = "what the kernel's header says, or `load`",
            },
            new("dtb", ValueKind.Path, "Device tree that replaces the generated one.", "my.dtb"),
            new("overlays", ValueKind.PathList, "Device-tree overlays (.dtbo or .dts) in order.",
                "[ extra.dtbo ]"),
            new("monitor", ValueKind.Path, "C# project of the virtual machine monitor.",
                "src/partitions/vmm")
            {
                Default = "src/partitions/vmm",
            },
        ]);

    /// <summary>One channel.</summary>
    public static DescriptionSection Channel { get; } = new(
        "channel", "One direction of communication between two partitions.",
        [
            new("from", ValueKind.PartitionName, "Who sends.", "control") { IsRequired = true },
            new("to", ValueKind.PartitionName, "Who receives.", "console") { IsRequired = true },
            new("stream", ValueKind.Word,
                "What flows: text (`log`), text and keys (`terminal`), calls (`portal`).", "log")
            {
                IsRequired = true, Words = ["log", "terminal", "portal"],
            },
        ]);

    /// <summary>One schedule.</summary>
    public static DescriptionSection Schedule { get; } = new(
        "schedule", "A major frame: windows of processor time, over and over.",
        [
            new("frame", ValueKind.Duration, "What the windows must add up to.", "10 ms")
            {
                Default = "what the windows add up to",
            },
            new("windows", ValueKind.SectionList, "The windows in order.",
                "[ { time-partition: control, duration: 500 us } ]")
            {
                IsRequired = true, Section = "window",
            },
        ]);

    /// <summary>One window of a schedule.</summary>
    public static DescriptionSection Window { get; } = new(
        "window", "A part of a processor's major frame.",
        [
            new("time-partition", ValueKind.TimePartitionName,
                "Whose window it is: its partitions come first, by priority beside the background.",
                "control")
            {
                Default = "the background alone",
            },
            new("duration", ValueKind.Duration, "How long it is.", "500 us")
            {
                IsRequired = true,
            },
            new("exclusive", ValueKind.Flag,
                "Whether the background does not run in it, even when nobody else does.", "true")
            {
                Words = ["true", "false"], Default = "false",
            },
            new("cpu", ValueKind.Number, "Processor that it is for.", "1")
            {
                Maximum = Limits.CpusMax - 1, Default = "0",
            },
            new("cpus", ValueKind.NumberList, "Processors that each get such a window.", "[ 1, 2 ]")
            {
                Maximum = Limits.CpusMax - 1, Default = "`cpu` alone",
            },
        ]);

    /// <summary>The console.</summary>
    public static DescriptionSection Console { get; } = new(
        "console", "Who shows and reads the console.",
        [
            new("server", ValueKind.PartitionName, "The partition that serves the console.",
                "console")
            {
                Default = "the partition that owns the board's UART",
            },
            new("focus", ValueKind.PartitionName, "Who gets the keys at first.", "linux")
            {
                Default = "the first virtual machine",
            },
            new("escape", ValueKind.Key, "The key that moves the focus.", "ctrl-a")
            {
                Default = "ctrl-a",
            },
        ]);

    /// <summary>Every section, the whole file first.</summary>
    public static IReadOnlyList<DescriptionSection> Sections { get; } =
        [System, Partition, Thread, VirtualMachine, Channel, Schedule, Window, Console];

    /// <summary>The section of that name.</summary>
    /// <param name="name">A name of <see cref="Sections"/>.</param>
    /// <returns>The section.</returns>
    /// <exception cref="InvalidOperationException">There is no such section.</exception>
    public static DescriptionSection Find(string name) =>
        Sections.First(section => section.Name == name);
}
