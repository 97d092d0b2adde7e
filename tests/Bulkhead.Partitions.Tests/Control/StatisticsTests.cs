// SPDX-License-Identifier: MIT
using Bulkhead.Samples.Control;
using FsCheck;
using FsCheck.Fluent;

namespace Bulkhead.Partitions.Tests.Control;

public sealed class StatisticsTests
{
    [Fact]
    public void Figures_MatchTheList() => Prop.ForAll<uint[]>(values =>
    {
        var statistics = default(Statistics);
        foreach (uint value in values) statistics.Add(value, value % 3);
        if (values.Length == 0) return statistics.Average == 0 && statistics.PeriodCount == 0;
        ulong sum = 0;
        foreach (uint value in values) sum += value;
        return statistics.Min == values.Min() && statistics.Max == values.Max()
            && statistics.Average == sum / (uint)values.Length
            && statistics.MissedCount == (ulong)values.Sum(value => value % 3);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(1023, 9)]
    [InlineData(1024, 10)]
    [InlineData(ulong.MaxValue, 31)]
    public void Histogram_BucketsByMagnitude(ulong value, int bucket)
    {
        var histogram = default(Histogram);
        histogram.Add(value);
        Assert.Equal(1u, histogram.Count(bucket));
    }

    [Fact]
    public void Controller_ReachesItsSetPoint()
    {
        var controller = default(Controller);
        for (int step = 0; step < 20_000; step++) controller.Step();
        Assert.InRange(controller.Position, 99, 101);
    }
}
