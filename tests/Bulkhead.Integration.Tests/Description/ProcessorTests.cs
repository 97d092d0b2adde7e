// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Tests.Description;

/// <summary>Systems on several processors.</summary>
public sealed class ProcessorTests : IDisposable
{
    private const string Good = """
        board: qemu-virt
        cpus: 4
        partitions:
          gateway:
            vm: { kernel: kernel.bin, memory: 64 MiB, pin: [ 1, 2, 2 ] }
            cpu: 1
            time-partition: guests
          logger: { vm: { kernel: kernel.bin, memory: 64 MiB, cpus: 2 }, cpu: 3 }
          control:
            { native: samples/control, time-partition: control, period: 1 ms, budget: 200 us }
          console: { native: src/partitions/console, devices: [ /pl011@9000000 ] }
        schedules:
          normal:
            windows:
              - { time-partition: control, duration: 300 us, exclusive: true }
              - { duration: 700 us }
              - { time-partition: guests, duration: 900 us, cpus: [ 1, 2 ] }
              - { duration: 100 us, cpus: [ 2, 1 ] }
        """;

    private readonly TestTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Reads_processors_of_partitions_virtual_processors_and_windows()
    {
        SystemModel model = _tree.Read(Good)!;

        Assert.Empty(_tree.Diagnostics);
        Assert.Equal(4, model.CpuCount);
        Assert.Equal([1, 3, 0, 0], model.Partitions.Select(p => p.Schedule.Cpu));
        Assert.Equal([[1, 2, 2], [3, 3]], model.VirtualMachines.Select(vm => vm.Pins));
        Assert.Equal([3, 2], model.VirtualMachines.Select(vm => vm.CpuCount));
        Assert.Equal([[1, 2], [3], [0], [0]], model.Partitions.Select(p => p.Cpus));
        MajorFrameModel frame = model.Schedules[0];
        Assert.Equal(
            [("control", 300_000UL), ("", 700_000UL)],
            frame.WindowsOf(0).Select(w => (w.TimePartition, w.DurationNanoseconds)));
        Assert.All([1, 2], cpu => Assert.Equal(
            [("guests", 900_000UL), ("", 100_000UL)],
            frame.WindowsOf(cpu).Select(w => (w.TimePartition, w.DurationNanoseconds))));
    }

    [Fact]
    public void A_processor_without_windows_is_the_backgrounds()
    {
        SystemModel model = _tree.Read(Good)!;

        FrameWindowModel rest = Assert.Single(model.Schedules[0].WindowsOf(3));
        Assert.Equal(("", 1_000_000UL, false),
            (rest.TimePartition, rest.DurationNanoseconds, rest.IsExclusive));
    }

    [Fact]
    public void One_processor_runs_unless_more_are_asked_for()
    {
        SystemModel model = _tree.Read("""
            board: qemu-virt
            partitions:
              console: { native: src/partitions/console, devices: [ /pl011@9000000 ] }
            """)!;

        Assert.Equal((1, 0), (model.CpuCount, model.Partitions[0].Schedule.Cpu));
    }

    [Theory]
    [InlineData("cpus: 4", "cpus: 9", "BH0103", 2, "`cpus` is 9, out of range")]
    [InlineData("cpus: 4", "cpus: 0", "BH0103", 2, "`cpus` is 0, out of range")]
    [InlineData("cpu: 3", "cpu: 4", "BH0220", 8, "partition `logger` is for processor 4, "
        + "processors 0 to 3 run; write `cpus: 5` at the top, or name another processor")]
    [InlineData("pin: [ 1, 2, 2 ]", "pin: [ 1, 4, 2 ]", "BH0220", 5,
        "a virtual processor of `gateway` is for processor 4")]
    [InlineData("pin: [ 1, 2, 2 ]", "pin: [ 1, two, 2 ]", "BH0103", 5,
        "`pin: two` is not a whole number")]
    [InlineData("pin: [ 1, 2, 2 ]", "pin: [ 1, 2 ], cpus: 3", "BH0224", 5,
        "`pin` names 2 processors for 3 virtual ones")]
    [InlineData("pin: [ 1, 2, 2 ]", "pin: []", "BH0224", 5,
        "`pin` names 0 processors for 1 virtual ones")]
    [InlineData("pin: [ 1, 2, 2 ]", "pin: [ 1, 1, 1, 1, 1, 1, 1, 1, 1 ]", "BH0224", 5,
        "`pin` names 9 processors for 8 virtual ones")]
    [InlineData("pin: [ 1, 2, 2 ]", "pin: 1", "BH0003", 5, "`pin` must be a list")]
    [InlineData("cpus: [ 2, 1 ]", "cpus: [ 2, 5 ]", "BH0220", 18,
        "the window is for processor 5")]
    [InlineData("cpus: [ 2, 1 ]", "cpu: 1, cpus: [ 2 ]", "BH0212", 18,
        "the window has both `cpu` and `cpus`")]
    [InlineData("cpus: [ 2, 1 ]", "cpu: 1", "BH0218", 13, "the windows of `normal` for processor "
        + "2 add up to 900 us, 100 us less than those for processor 0")]
    [InlineData("normal:\n", "normal:\n    frame: 2 ms\n", "BH0218", 14,
        "the windows of `normal` for processor 0 add up to 1000 us, 1000 us less than the frame")]
    [InlineData("cpus: [ 1, 2 ] }", "cpu: 1 }\n      - { duration: 900 us, cpu: 2 }", "BH0215", 7,
        "`gateway` would never run: it is in the time partition `guests` and no window of any "
        + "schedule is for it on processor 2; add `- { time-partition: guests, duration: 500 us, "
        + "cpu: 2 }`")]
    [InlineData("budget: 200 us", "budget: 350 us", "BH0222", 9, "lacks 50 us")]
    public void Refuses_what_cannot_be_kept(
        string good, string bad, string id, int line, string expected) =>
        _tree.RefusesChanged(Good, good, bad, id, line, expected);

    [Fact]
    public void Windows_of_one_processor_do_not_count_on_another()
    {
        Assert.Null(_tree.Read(Good.Replace(
            "time-partition: control, period", "cpu: 1, time-partition: control, period",
            StringComparison.Ordinal)));
        Assert.Contains(_tree.Diagnostics, d => d.Id == DiagnosticId.TimePartitionNeverRuns
            && d.Message.Contains("on processor 1", StringComparison.Ordinal));
    }

    [Fact]
    public void Budgets_add_up_for_each_processor()
    {
        const string Two = """
            board: qemu-virt
            cpus: 2
            partitions:
              one: { native: samples/control, period: 1 ms, budget: 700 us }
              two: { native: samples/control, period: 1 ms, budget: 700 us, cpu: 1 }
              console: { native: src/partitions/console, devices: [ /pl011@9000000 ] }
            """;
        Assert.NotNull(_tree.Read(Two));
        Assert.Empty(_tree.Diagnostics);

        Assert.NotNull(_tree.Read(Two.Replace("cpu: 1", "cpu: 0", StringComparison.Ordinal)));
        Diagnostic warning = Assert.Single(_tree.Diagnostics);
        Assert.Equal(DiagnosticId.ProcessorOvercommitted, warning.Id);
        Assert.Contains("of the processor 0", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Windows_of_all_processors_share_the_kernels_room()
    {
        string windows = string.Concat(Enumerable.Repeat(
            "{ duration: 1 ms, cpus: [ 0, 1 ] }, ", 16));
        string text = $$"""
            board: qemu-virt
            cpus: 2
            partitions:
              console: { native: src/partitions/console, devices: [ /pl011@9000000 ] }
            schedules: { normal: { windows: [ {{windows}} ] } }
            """;
        Assert.NotNull(_tree.Read(text));
        // The third processor's window is the background's, and one too many.
        Assert.Null(_tree.Read(text.Replace("cpus: 2", "cpus: 3", StringComparison.Ordinal)));
        Assert.Contains(_tree.Diagnostics, d => d.Id == DiagnosticId.TooMany
            && d.Message.Contains("has 33 windows", StringComparison.Ordinal));
    }
}
