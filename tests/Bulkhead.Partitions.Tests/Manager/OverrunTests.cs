// SPDX-License-Identifier: MIT
using System.Text;
using Bulkhead.Native;
using Bulkhead.Partitions.Manager;

namespace Bulkhead.Partitions.Tests.Manager;

public class OverrunTests
{
    [Fact]
    public void OnlyNewOverruns_AreReported()
    {
        OverrunCounts counts = default;
        Assert.Equal(3ul, counts.Take(5, 0, 3));
        Assert.Equal(0ul, counts.Take(5, 0, 3));
        Assert.Equal(7ul, counts.Take(5, 0, 10));
        Assert.Equal(10ul, counts.Take(6, 0, 10));
        Assert.Equal(4ul, counts.Take(6, 3, 4));
        Assert.Equal(1ul, counts.Take(6, 0, 11));
    }

    [Fact]
    public void AfterARestart_AllAreNew()
    {
        OverrunCounts counts = default;
        counts.Take(1, 0, 100);
        Assert.Equal(2ul, counts.Take(1, 0, 2));
        Assert.Equal(1ul, counts.Take(1, 0, 3));
    }

    [Theory]
    [InlineData(1, 1, "1 period, 1 since its start\n")]
    [InlineData(12, 340, "12 periods, 340 since its start\n")]
    public void Line_TellsNewOnesAndAll(ulong fresh, ulong count, string expected)
    {
        var line = default(TextBuffer);
        OverrunText.Describe(ref line, "radio"u8, default, fresh, count);
        Assert.Equal(
            "radio: budget used up before the work in " + expected,
            Encoding.ASCII.GetString(line.Text));
    }

    [Fact]
    public void Line_NamesTheThread()
    {
        var line = default(TextBuffer);
        OverrunText.Describe(ref line, "radio"u8, "logger"u8, 1, 1);
        Assert.StartsWith(
            "radio/logger: budget used up", Encoding.ASCII.GetString(line.Text));
    }
}
