// SPDX-License-Identifier: MIT
using Bulkhead.Samples.Average;

namespace Bulkhead.Samples.Tests.Average;

/// <summary>Two threads of a partition, as it is compiled for the target, on the host.</summary>
public sealed class ProgramTests
{
    [Fact]
    public void Main_ReportsWhatWasMeasuredInEachPeriod()
    {
        using PartitionHost host = Host();
        host.Run(Program.Main, until: TimeSpan.FromSeconds(1));
        Assert.Equal(
            [
                "report 0: 10 values, average 4", "report 1: 10 values, average 4",
                "report 2: 10 values, average 4", "report 3: 10 values, average 4",
                "report 4: 10 values, average 4",
            ],
            host.Log);
        Assert.Equal([10.5, 20.5, 30.5, 40.5, 50.5],
            host.Lines.Select(line => line.Time.TotalMilliseconds));
        Assert.True(host.IsDone);
        Assert.True(host.IsEnded);
    }

    [Fact]
    public void Main_WithoutTheProcessorForAWhile_MissesReleases()
    {
        using PartitionHost host = Host();
        host.TakeProcessor(TimeSpan.FromMilliseconds(12.2), TimeSpan.FromMilliseconds(5));
        host.Run(Program.Main, until: TimeSpan.FromSeconds(1));
        Assert.StartsWith("report 0: 10 values", host.Log[0], StringComparison.Ordinal);
        Assert.StartsWith("report 1: 6 values", host.Log[1], StringComparison.Ordinal);
        Assert.StartsWith("report 2: 10 values", host.Log[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Main_WithoutItsThreads_SaysWhatToDeclare()
    {
        using PartitionHost host = new();
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(
            () => host.Run(Program.Main, until: TimeSpan.FromSeconds(1)));
        Assert.Contains("threads: [ { name: measure, priority: 50 } ]", error.Message,
            StringComparison.Ordinal);
    }

    private static PartitionHost Host()
    {
        PartitionHost host = new() { Name = "average" };
        host.AddThread("measure", 120);
        host.AddThread("report", 40);
        return host;
    }
}
