// SPDX-License-Identifier: MIT
using Bulkhead.Samples.Control;

namespace Bulkhead.Samples.Tests.Control;

/// <summary>The control loop on the host: its periods, and what it does when it is late.</summary>
public sealed class ProgramTests
{
    private static readonly TimeSpan s_millisecond = TimeSpan.FromMilliseconds(1);

    [Fact]
    public void Main_ReportsEachSecond()
    {
        using PartitionHost host = new() { Period = s_millisecond };
        host.Run(Program.Main, until: TimeSpan.FromSeconds(3));
        Assert.Equal(
            Enumerable.Repeat("control: 1000 periods, 0 missed, jitter min 0 avg 0 max 0 ns", 3),
            host.Log);
        Assert.Equal([1.0, 2.0, 3.0], host.Lines.Select(line => line.Time.TotalSeconds));
    }

    [Fact]
    public void Main_TakesThePeriodOfTheDescription()
    {
        using PartitionHost host = new() { Period = TimeSpan.FromMilliseconds(10) };
        host.Run(Program.Main, until: TimeSpan.FromSeconds(1));
        Assert.StartsWith("control: 100 periods, 0 missed", Assert.Single(host.Log));
    }

    [Fact]
    public void Main_KeepsAMillisecondWithoutOne()
    {
        using PartitionHost host = new();
        host.Run(Program.Main, until: TimeSpan.FromSeconds(1));
        Assert.StartsWith("control: 1000 periods, 0 missed", Assert.Single(host.Log));
    }

    [Fact]
    public void Main_TellsOfAnOverrun_AndKeepsItsPhase()
    {
        using PartitionHost host = new() { Period = s_millisecond };
        // Somebody more urgent computes from 100.0 ms to 103.4 ms: the release at 100 ms is taken
        // by 103, which begins 0.4 ms late; 100, 101 and 102 are missed.
        host.TakeProcessor(TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(3.4));
        host.Run(Program.Main, until: TimeSpan.FromSeconds(2.003));
        Assert.Equal(
            "control: 1000 periods, 3 missed, jitter min 0 avg 400 max 400000 ns", host.Log[0]);
        Assert.Equal("control: 1000 periods, 0 missed, jitter min 0 avg 0 max 0 ns", host.Log[1]);
        Assert.Equal([1.003, 2.003], host.Lines.Select(line => line.Time.TotalSeconds));
    }

    [Fact]
    public void Main_MeasuresLateness_WithoutAMissedPeriod()
    {
        using PartitionHost host = new() { Period = s_millisecond };
        host.TakeProcessor(TimeSpan.FromMilliseconds(9.9), TimeSpan.FromMilliseconds(0.35));
        host.Run(Program.Main, until: TimeSpan.FromSeconds(1));
        Assert.Equal(
            "control: 1000 periods, 0 missed, jitter min 0 avg 250 max 250000 ns",
            Assert.Single(host.Log));
    }

    [Fact]
    public void Main_ReportsTheTotal_AfterTenThousandPeriods()
    {
        using PartitionHost host = new() { Period = s_millisecond };
        host.Run(Program.Main, until: TimeSpan.FromSeconds(11));
        Assert.Contains("control: 10000 periods done, 0 missed, worst jitter 0 ns", host.Log);
        Assert.Contains("control: jitter <2ns:10000", host.Log);
        Assert.Equal(13, host.Log.Count);
    }

    [Fact]
    public void Main_BeginsAnew_InEachHost()
    {
        // 600 periods each: statics that outlived a start would make a second's line of them.
        for (int start = 0; start < 2; start++)
        {
            using PartitionHost host = new() { Period = s_millisecond };
            host.Run(Program.Main, until: TimeSpan.FromMilliseconds(600));
            Assert.Empty(host.Log);
        }
    }
}
