// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Tests.Description;

/// <summary>Threads that native partitions declare.</summary>
public sealed class ThreadTests : IDisposable
{
    private const string Good = """
        board: qemu-virt
        cpus: 2
        partitions:
          control:
            native: samples/control
            cpu: 1
            threads:
              - { name: radio, priority: 120 }
              - { name: logger, priority: 40, budget: 1 ms, period: 10 ms, cpu: 0 }
          linux: { vm: { kernel: kernel.bin, memory: 64 MiB } }
          console: { native: src/partitions/console, devices: [ /pl011@9000000 ] }
        """;

    private readonly TestTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Reads_threads()
    {
        SystemModel model = _tree.Read(Good)!;

        Assert.Empty(_tree.Diagnostics);
        PartitionModel control = model.Partitions[0];
        Assert.Equal(
            [("radio", (byte)120, 1, 0UL, 0UL), ("logger", (byte)40, 0, 1_000_000, 10_000_000)],
            control.Threads.Select(t => (
                t.Name, t.Priority, t.Cpu, t.BudgetNanoseconds, t.PeriodNanoseconds)));
        Assert.Equal([0, 1], control.Cpus);
        Assert.Empty(model.Partitions[1].Threads);
    }

    [Theory]
    [InlineData("name: logger", "name: radio", "BH0228", 9,
        "two threads are called `radio`, the other one in line 8; give each a name of its own")]
    [InlineData("name: logger", "name: Logger", "BH0106", 9,
        "`Logger` is not a usable name of a thread; use 1 to 24 lower-case letters")]
    [InlineData("name: logger", "name: server", "BH0106", 9,
        "reports would take a thread `server` for another one; use another name")]
    [InlineData("name: radio, ", "", "BH0006", 8, "a thread lacks `name`; add `name: control`")]
    [InlineData("radio, priority: 120", "radio", "BH0006", 8,
        "a thread lacks `priority`; add `priority: 120`")]
    [InlineData("priority: 120", "priority: 256", "BH0103", 8,
        "`priority` is 256, out of range; write a number from 0 to 255")]
    [InlineData("cpu: 0", "cpu: 2", "BH0220", 9, "thread `logger` is for processor 2, processors 0 "
        + "to 1 run; write `cpus: 3` at the top, or name another processor")]
    [InlineData("budget: 1 ms, ", "budget: 11 ms, ", "BH0207", 9,
        "the budget 11 ms is longer than the period 10 ms")]
    [InlineData("budget: 1 ms, ", "", "BH0207", 9, "`period` without `budget`; say how much time")]
    [InlineData(", period: 10 ms", "", "BH0207", 9,
        "`budget` without `period`; say how often the budget is full again")]
    [InlineData("priority: 120 }", "priority: 120, stack: 1 }", "BH0004", 8,
        "a thread has no key `stack`")]
    [InlineData("{ name: radio, priority: 120 }", "radio", "BH0003", 8,
        "a thread must be a mapping")]
    [InlineData("memory: 64 MiB }", "memory: 64 MiB }, threads: []", "BH0212", 10,
        "`threads` belongs to native partitions, this is a virtual machine; remove it")]
    [InlineData("  linux:", "  other: { native: samples/control, threads: { name: x } }\n  linux:",
        "BH0003", 10, "`threads` must be a list, this is a mapping; write `- { name: control")]
    [InlineData("  linux:", "  other: { native: samples/control, threads: [ " + Seven
        + " ] }\n  linux:", "BH0208", 10,
        "there are 7 threads, a partition declares at most 6 besides its main thread; let a thread "
        + "do the work of two")]
    public void Refuses_what_cannot_be(
        string good, string bad, string id, int line, string expected) =>
        _tree.RefusesChanged(Good, good, bad, id, line, expected);

    [Fact]
    public void Threads_must_have_windows_and_time_in_them()
    {
        const string Windows = """

            schedules:
              normal:
                windows:
                  - { time-partition: control, duration: 2 ms, cpus: [ 0, 1 ] }
                  - { duration: 8 ms, cpus: [ 0, 1 ] }
            """;
        string timed = Good.Replace("cpu: 1\n", "cpu: 1\n    time-partition: control\n",
            StringComparison.Ordinal);
        Assert.NotNull(_tree.Read(timed + Windows));
        Assert.Empty(_tree.Diagnostics);

        Assert.Null(_tree.Read(
            timed.Replace("budget: 1 ms", "budget: 3 ms", StringComparison.Ordinal) + Windows));
        Assert.Contains(_tree.Diagnostics, d => d.Id == DiagnosticId.WindowShortfall
            && d.Message.StartsWith("`control/logger` lacks 1000 us", StringComparison.Ordinal));

        Assert.Null(_tree.Read(timed + Windows.Replace(
            "control, duration: 2 ms, cpus: [ 0, 1 ]", "control, duration: 2 ms, cpu: 1",
            StringComparison.Ordinal).Replace(
            "8 ms, cpus: [ 0, 1 ]", "8 ms, cpu: 1", StringComparison.Ordinal)));
        Assert.Contains(_tree.Diagnostics, d => d.Id == DiagnosticId.TimePartitionNeverRuns
            && d.Message.Contains("on processor 0", StringComparison.Ordinal));
    }

    [Fact]
    public void Their_budgets_count()
    {
        Assert.NotNull(_tree.Read(
            Good.Replace("budget: 1 ms", "budget: 7 ms", StringComparison.Ordinal)
            + "\n  other: { native: samples/control, period: 1 ms, budget: 400 us }\n"));
        Diagnostic warning = Assert.Single(_tree.Diagnostics);
        Assert.Equal(DiagnosticId.ProcessorOvercommitted, warning.Id);
    }

    private const string Seven = "{ name: a, priority: 1 }, { name: b, priority: 1 }, "
        + "{ name: c, priority: 1 }, { name: d, priority: 1 }, { name: e, priority: 1 }, "
        + "{ name: f, priority: 1 }, { name: g, priority: 1 }";
}
