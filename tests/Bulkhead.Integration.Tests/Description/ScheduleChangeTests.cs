// SPDX-License-Identifier: MIT
using Bulkhead.Abi.SystemImage;
using Bulkhead.Integration.Layout;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Tests.Description;

public sealed class ScheduleChangeTests : IDisposable
{
    private const string Good = """
        board: qemu-virt
        partitions:
          linux: { vm: { kernel: kernel.bin, memory: 64 MiB }, time-partition: guest }
          sensor:
            native: samples/control
            time-partition: sensor
            schedule-change: { normal: cold-start, other: ignore }
          logger:
            native: samples/control
            time-partition: logger
            schedule-change: warm-start
          second: { native: samples/control, time-partition: logger, schedule-change: cold-start }
          console: { native: src/partitions/console, devices: [ /pl011@9000000 ] }
        schedules:
          normal:
            windows:
              - { time-partition: guest, duration: 1 ms }
              - { time-partition: sensor, duration: 500 us }
              - { time-partition: logger, duration: 500 us }
          other:
            windows:
              - { time-partition: guest, duration: 1 ms }
              - { time-partition: sensor, duration: 500 us }
              - { time-partition: logger, duration: 500 us }
        """;

    private const ScheduleChangeAction Ignore = ScheduleChangeAction.Ignore;
    private const ScheduleChangeAction Cold = ScheduleChangeAction.ColdStart;
    private const ScheduleChangeAction Warm = ScheduleChangeAction.WarmStart;

    private readonly TestTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Reads_one_word_for_all_schedules_or_one_for_each()
    {
        SystemModel model = _tree.Read(Good)!;

        Assert.Empty(_tree.Diagnostics);
        Assert.Equal(
            [(Ignore, Ignore), (Cold, Ignore), (Warm, Warm), (Cold, Cold), (Ignore, Ignore)],
            model.Partitions.Select(
                p => (p.Schedule.ActionIn("normal"), p.Schedule.ActionIn("other"))));
    }

    [Fact]
    public void The_timeline_says_who_is_restarted_when_a_schedule_begins()
    {
        string[] lines = [.. new ScheduleTimeline(_tree.Read(Good)!).Draw()
            .Where(line => line.Contains("begins", StringComparison.Ordinal))];
        Assert.Equal(
            [
                "  when it begins: cold start of sensor, second",
                "  when it begins: warm start of logger",
                "  when it begins: cold start of second",
                "  when it begins: warm start of logger",
            ],
            lines);
    }

    [Theory]
    [InlineData("schedule-change: warm-start", "schedule-change: warmstart", "BH0105", 11,
        "`schedule-change` cannot be `warmstart`; did you mean `warm-start`?")]
    [InlineData("schedule-change: warm-start", "schedule-change: [ warm-start ]", "BH0105", 11,
        "write ignore or cold-start or warm-start, or one of them for each schedule")]
    [InlineData("normal: cold-start", "normal: often", "BH0105", 7, "cannot be `often`")]
    [InlineData("other: ignore", "othr: ignore", "BH0225", 7,
        "there is no schedule `othr`; did you mean `other`?")]
    [InlineData("time-partition: sensor\n", "priority: 7\n", "BH0226", 7,
        "`sensor` cannot be restarted by a schedule: it has no windows of its own")]
    [InlineData("time-partition: guest }", "time-partition: guest, schedule-change: warm-start }",
        "BH0226", 3, "a guest's memory is of no use to a guest that starts; write cold-start")]
    [InlineData("devices: [ /pl011@9000000 ]",
        "devices: [ /pl011@9000000 ], time-partition: logger, schedule-change: warm-start",
        "BH0226", 13, "it serves the console")]
    [InlineData("schedules:\n",
        "channels: [ { from: linux, to: logger, stream: portal } ]\nschedules:\n",
        "BH0226", 11, "`linux` calls it")]
    [InlineData(", schedule-change: cold-start }", " }", "BH0226", 11,
        "`second`, which is to go on, shares its windows in schedule `normal`; restart both")]
    [InlineData("  other:\n", "  third: { windows: [ { duration: 1 ms } ] }\n  other:\n",
        "BH0208", 7, "3 of 3 schedules restart partitions and take two places each, the kernel has "
        + "4")]
    public void Refuses_what_cannot_be_kept(
        string good, string bad, string id, int line, string expected) =>
        _tree.RefusesChanged(Good, good, bad, id, line, expected);

    [Fact]
    public void Somebody_must_have_time_to_restart()
    {
        const string text = """
            board: qemu-virt
            cpus: 2
            partitions:
              first: { native: samples/control, time-partition: a }
              second:
                native: samples/control
                cpu: 1
                time-partition: b
                schedule-change: cold-start
              console: { native: src/partitions/console, devices: [ /pl011@9000000 ] }
            schedules:
              normal:
                windows:
                  - { time-partition: a, duration: 1 ms }
                  - { time-partition: b, duration: 1 ms, cpu: 1 }
            """;
        _tree.RefusesChanged(text, "schedules:", "schedules:", "BH0227", 12,
            "when `normal` begins, nobody has time to restart partitions: processor 0 has no "
            + "window of theirs and none of the background; add `- { duration: 500 us }`");
    }

    [Fact]
    public void Without_schedules_none_can_begin()
    {
        const string text = """
            board: qemu-virt
            partitions:
              first: { native: samples/control, schedule-change: ignore }
              console: { native: src/partitions/console, devices: [ /pl011@9000000 ] }
            """;
        _tree.RefusesChanged(text, "ignore", "ignore", "BH0225", 3,
            "there are no schedules that could begin");
    }
}
