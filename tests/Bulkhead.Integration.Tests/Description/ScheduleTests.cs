// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Tests.Description;

public sealed class ScheduleTests : IDisposable
{
    // Three partitions in two time partitions, a frame of 2 ms, and a second schedule.
    private const string Good = """
        board: qemu-virt
        partitions:
          linux: { vm: { kernel: kernel.bin, memory: 64 MiB }, time-partition: guests }
          second: { vm: { kernel: kernel.bin, memory: 64 MiB }, time-partition: guests }
          control:
            native: samples/control
            time-partition: control
            rights: [ schedule ]
            period: 1 ms
            budget: 200 us
          console: { native: src/partitions/console, devices: [ /pl011@9000000 ] }
        schedules:
          normal:
            frame: 2 ms
            windows:
              - { time-partition: control, duration: 300 us, exclusive: true }
              - { time-partition: guests, duration: 700 us }
              - { time-partition: control, duration: 300 us, exclusive: false, cpu: 0 }
              - { duration: 700 us }
          other:
            windows:
              - { time-partition: guests, duration: 500 us }
              - { time-partition: control, duration: 500 us }
        """;

    private readonly TestTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Reads_time_partitions_schedules_and_rights()
    {
        SystemModel model = _tree.Read(Good)!;

        Assert.Empty(_tree.Diagnostics);
        Assert.Equal(["guests", "control"], model.TimePartitions);
        Assert.Equal([1u, 1u, 2u, 0u],
            model.Partitions.Select(p => model.NumberOf(p.Schedule.TimePartition?.Name)));
        Assert.Equal([true, false], model.NativePartitions.Select(p => p.MaySwitchSchedules));
        Assert.Equal(["normal", "other"], model.Schedules.Select(s => s.Name));
        Assert.Equal([2_000_000UL, 1_000_000UL], model.Schedules.Select(s => s.Nanoseconds));
        Assert.Equal(
            [("control", 300_000UL, true), ("guests", 700_000UL, false),
                ("control", 300_000UL, false), ("", 700_000UL, false)],
            model.Schedules[0].Windows.Select(
                w => (w.TimePartition, w.DurationNanoseconds, w.IsExclusive)));
    }

    [Fact]
    public void Without_schedules_nothing_is_scheduled_by_time()
    {
        SystemModel model = _tree.Read("""
            board: qemu-virt
            partitions:
              console: { native: src/partitions/console, devices: [ /pl011@9000000 ] }
            schedules:
            """)!;

        Assert.Empty(_tree.Diagnostics);
        Assert.Empty(model.Schedules);
        Assert.Null(model.Partitions[0].Schedule.TimePartition);
    }

    [Theory]
    [InlineData("- { time-partition: guests, duration: 700 us }",
        "- { time-partition: guests, duration: 600 us }\n"
        + "      - { time-partition: guestz, duration: 100 us }",
        "BH0214", 18, "no partition is in the time partition `guestz`; did you mean `guests`?")]
    [InlineData("- { duration: 700 us }", "- { time-partition: spare, duration: 700 us }",
        "BH0214", 19, "write `time-partition: spare` in a partition")]
    [InlineData("time-partition: control\n", "time-partition: controll\n",
        "BH0215", 7, "`control` would never run: it is in the time partition `controll` and no "
        + "window of any schedule is for it; did you mean `control`?")]
    [InlineData("devices:", "time-partition: printing, devices:",
        "BH0215", 11, "add `- { time-partition: printing, duration: 500 us }`")]
    [InlineData("duration: 700 us }\n  other", "duration: 60001 ms }\n  other",
        "BH0217", 19, "a window of 60.001 s cannot be kept; use 100 us to 60 s")]
    [InlineData("duration: 700 us }\n  other", "duration: 99 us }\n  other",
        "BH0217", 19, "a window of 99 us cannot be kept; use 100 us to 60 s")]
    [InlineData("frame: 2 ms", "frame: 2.5 ms",
        "BH0218", 14, "the windows of `normal` add up to 2000 us, 500 us less than the frame of "
        + "2500 us; add a window of 500 us")]
    [InlineData("frame: 2 ms", "frame: 1999.5 us",
        "BH0218", 14, "2000 us, 0.5 us more than the frame of 1999.5 us; take 0.5 us")]
    [InlineData("{ duration: 700 us }", "{ duration: 700 us, exclusive: true }",
        "BH0219", 19, "cannot exclude the background")]
    [InlineData("cpu: 0", "cpu: 1", "BH0220", 18, "the window is for processor 1, processor "
        + "0 alone runs; "
        + "write `cpus: 2` at the top")]
    [InlineData("period: 1 ms", "period: 600 us",
        "BH0221", 5, "the period 600 us of `control` does not divide the frame 2 ms of schedule "
        + "`normal`")]
    [InlineData("budget: 200 us", "budget: 350 us",
        "BH0222", 5, "`control` lacks 50 us in the period that starts at 0 us of schedule "
        + "`normal`: its windows give 300 us, its budget is 350 us")]
    [InlineData("exclusive: true }", "exclusive: yes }", "BH0105", 16, "cannot be `yes`")]
    [InlineData("rights: [ schedule ]", "rights: [ scedule ]", "BH0105", 8,
        "`rights` cannot have `scedule`; did you mean `schedule`?")]
    [InlineData("normal:", "Normal:", "BH0106", 13, "not a usable name of a schedule")]
    [InlineData("time-partition: control\n", "time-partition: Control\n", "BH0106", 7,
        "not a usable name of a time partition")]
    [InlineData("time-partition: guests }\n  second", "rights: [ schedule ] }\n  second",
        "BH0212", 3, "`rights` belongs to native partitions")]
    public void Refuses_what_cannot_be_kept(
        string good, string bad, string id, int line, string expected) =>
        _tree.RefusesChanged(Good, good, bad, id, line, expected);

    [Fact]
    public void A_later_period_may_be_the_one_that_lacks_time()
    {
        Assert.Null(_tree.Read(Good
            .Replace("{ time-partition: control, duration: 300 us, exclusive: false, cpu: 0 }",
                "{ time-partition: control, duration: 150 us }", StringComparison.Ordinal)
            .Replace("{ duration: 700 us }", "{ duration: 850 us }", StringComparison.Ordinal)));

        Diagnostic error = Assert.Single(_tree.Diagnostics);
        Assert.Equal(DiagnosticId.WindowShortfall, error.Id);
        Assert.Contains("lacks 50 us in the period that starts at 1000 us", error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_window_counts_for_both_periods_that_it_reaches_into()
    {
        Assert.NotNull(_tree.Read("""
            board: qemu-virt
            partitions:
              control: { native: samples/control, time-partition: a, period: 1 ms, budget: 500 us }
              console: { native: src/partitions/console, devices: [ /pl011@9000000 ] }
            schedules:
              normal:
                windows:
                  - { duration: 500 us }
                  - { time-partition: a, duration: 1 ms }
                  - { duration: 500 us }
            """));
        Assert.Empty(_tree.Diagnostics);
    }

    [Fact]
    public void Warns_of_a_time_partition_that_stands_still_in_a_schedule()
    {
        SystemModel? model = _tree.Read(Good.Replace(
            "      - { time-partition: guests, duration: 500 us }\n", "",
            StringComparison.Ordinal).Replace(
            "{ time-partition: control, duration: 500 us }",
            "{ time-partition: control, duration: 1 ms }", StringComparison.Ordinal));

        Assert.NotNull(model);
        Assert.Equal([3, 4], _tree.Diagnostics.Sorted().Select(d => d.Mark.Line));
        Assert.All(_tree.Diagnostics, warning =>
        {
            Assert.Equal((DiagnosticId.TimePartitionPaused, Severity.Warning),
                (warning.Id, warning.Severity));
            Assert.Contains("schedule `other` has no window for `guests`", warning.Message,
                StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_time_partition_without_schedules_would_never_run()
    {
        Assert.Null(_tree.Read("""
            board: qemu-virt
            partitions:
              control: { native: samples/control, time-partition: control }
              console: { native: src/partitions/console, devices: [ /pl011@9000000 ] }
            """));
        Diagnostic error = Assert.Single(_tree.Diagnostics);
        Assert.Equal((DiagnosticId.TimePartitionNeverRuns, 3, 55),
            (error.Id, error.Mark.Line, error.Mark.Column));
        Assert.Contains("there are no schedules", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("schedules: [ { duration: 1 ms } ]", DiagnosticId.UnnamedSchedule)]
    [InlineData("schedules: 1 ms", DiagnosticId.UnnamedSchedule)]
    [InlineData("schedules: { normal: { windows: [] } }", DiagnosticId.UnnamedSchedule)]
    [InlineData("schedules: { normal: { windows: { duration: 1 ms } } }",
        DiagnosticId.UnnamedSchedule)]
    [InlineData("schedules: { normal: { frame: 1 ms } }", DiagnosticId.MissingKey)]
    [InlineData("schedules: { normal: { windows: [ { exclusive: false } ] } }",
        DiagnosticId.MissingKey)]
    [InlineData("schedules: { normal: [ { duration: 1 ms } ] }", DiagnosticId.WrongKind)]
    [InlineData("schedules: { normal: { windows: [ { durations: 1 ms } ] } }",
        DiagnosticId.UnknownKey)]
    public void Refuses_malformed_schedules(string schedules, string id)
    {
        Assert.Null(_tree.Read($$"""
            board: qemu-virt
            partitions:
              console: { native: src/partitions/console, devices: [ /pl011@9000000 ] }
            {{schedules}}
            """));
        Assert.Contains(_tree.Diagnostics, d => d.Id == id);
    }

    [Theory]
    [InlineData(5, 1, 0, "there are 5 schedules, the kernel has room for 4")]
    [InlineData(1, 33, 0, "schedule `s0` has 33 windows, the kernel has room for 32")]
    [InlineData(1, 1, 16, "there are 16 time partitions, the kernel has room for 15")]
    public void Refuses_more_than_the_kernel_has_room_for(
        int scheduleCount, int windowCount, int ownerCount, string expected)
    {
        IEnumerable<string> owners = Enumerable.Range(0, ownerCount).Select(
            i => $"{{ time-partition: t{i}, duration: 1 ms }}");
        IEnumerable<string> windows = owners.Concat(
            Enumerable.Repeat("{ duration: 1 ms }", windowCount));
        string schedules = string.Join(", ", Enumerable.Range(0, scheduleCount).Select(
            i => $"s{i}: {{ windows: [ {string.Join(", ", windows)} ] }}"));
        string partitions = string.Concat(Enumerable.Range(0, ownerCount).Select(
            i => $"  p{i}: {{ native: samples/control, time-partition: t{i} }}\n"));
        Assert.Null(_tree.Read("board: qemu-virt\npartitions:\n" + partitions
            + "  console: { native: samples/control }\n"
            + $"schedules: {{ {schedules} }}\n"));

        Assert.Contains(_tree.Diagnostics, d => d.Id == DiagnosticId.TooMany
            && d.Message.Contains(expected, StringComparison.Ordinal));
    }
}
