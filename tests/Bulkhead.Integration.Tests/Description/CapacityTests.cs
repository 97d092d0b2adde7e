// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;

namespace Bulkhead.Integration.Tests.Description;

/// <summary>What the kernel has no room for is refused where the description asks for it.</summary>
public sealed class CapacityTests : IDisposable
{
    private readonly TestTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Says_what_is_too_much_and_for_whom_at_the_first_that_finds_no_room()
    {
        Assert.Null(_tree.Read(Threaded(6, 6, 4)));

        Diagnostic error = Assert.Single(
            _tree.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal(DiagnosticId.TooMany, error.Id);
        Assert.Equal((6, 3), (error.Mark.Line, error.Mark.Column));
        Assert.Equal(
            "the system needs 42 message pages; the kernel has room for 40: the partition manager "
            + "takes 2, `p0` 14, `p1` 14, `p2` 10, `console` 2", error.Message);
        Assert.Contains("`threads`", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Accepts_as_many_as_there_are()
    {
        Assert.NotNull(_tree.Read(Threaded(6, 6, 3)));
        Assert.False(_tree.Diagnostics.HasErrors);
    }

    [Fact]
    public void Knows_nothing_of_what_another_manager_makes()
    {
        _tree.AddProject("samples/manager");
        Assert.NotNull(_tree.Read(Threaded(6, 6, 6, 6) + "manager: samples/manager\n"));
        Assert.False(_tree.Diagnostics.HasErrors);
        Assert.Null(_tree.Read(Threaded(6, 6, 6, 6) + "manager: src/partitions/manager/\n"));
    }

    [Fact]
    public void Refuses_more_interrupts_than_a_partition_has_places_for()
    {
        string devices = string.Join(", ", Enumerable.Range(0, 32)
            .Select(number => $"/virtio_mmio@{0xa00_0000 + (0x200 * number):x}"));
        string good = $$"""
            board: qemu-virt
            partitions:
              one: { native: samples/control, devices: [ {{devices}} ] }
            """;
        Assert.NotNull(_tree.Read(good));
        _tree.RefusesChanged(
            good, "[ /virtio", "[ /pl031@9010000, /virtio", DiagnosticId.TooMany, 3,
            "the devices of `one` have 33 interrupts, a partition has room for 32");
    }

    [Fact]
    public void Refuses_more_processors_with_windows_than_there_are_run_queues()
    {
        string windows = string.Concat(Enumerable.Range(0, 4).Select(name =>
            $"      - {{ time-partition: t{name}, duration: 1 ms, cpus: [ 0, 1, 2, 3, 4 ] }}\n"));
        string partitions = string.Concat(Enumerable.Range(0, 4).Select(name =>
            $"  p{name}: {{ native: samples/control, time-partition: t{name} }}\n"));
        Assert.Null(_tree.Read(
            "board: qemu-virt\ncpus: 8\npartitions:\n" + partitions
            + "schedules:\n  only:\n    windows:\n" + windows));

        Diagnostic error = Assert.Single(_tree.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal(7, error.Mark.Line);
        Assert.StartsWith(
            "the system needs 20 run queues", error.Message, StringComparison.Ordinal);
    }

    private static string Threaded(params int[] counts) =>
        "board: qemu-virt\npartitions:\n" + string.Concat(counts.Select((count, id) =>
            $"  p{id}: {{ native: samples/control, threads: [ "
            + string.Concat(Enumerable.Range(0, count).Select(
                number => $"{{ name: t{number}, priority: 1 }}, "))
            + "] }\n"))
        + "  console: { native: src/partitions/console, devices: [ /pl011@9000000 ] }\n"
        + "channels:\n  - { from: p0, to: console, stream: log }\n";
}
