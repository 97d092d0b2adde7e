// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text.RegularExpressions;
using Bulkhead.Samples.Greeting;

namespace Bulkhead.Samples.Tests.Greeting;

/// <summary>The whole partition, as it is compiled for the target, on the host.</summary>
public sealed partial class ProgramTests
{
    private const int Periods = 100_000;

    [Fact]
    public void Main_GreetsInEveryPeriod_InMemoryThatDoesNotGrow()
    {
        using PartitionHost host = new() { Id = 3, Name = "greeting" };
        host.Run(Program.Main, until: TimeSpan.FromSeconds(1));
        Assert.Equal("partition 3 greets 5 guests", host.Log[0]);
        Assert.Equal("nobody to greet: a guest without a name", host.Log[1]);
        Assert.Equal(3, host.Log.Count);
        Match last = LastLine().Match(host.Log[2]);
        Assert.True(last.Success, host.Log[2]);
        // What the line itself takes, and no byte a period.
        int bytes = int.Parse(last.Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.InRange(bytes, 0, Periods / 10);
        Assert.True(host.IsDone);
        Assert.True(host.IsEnded);
    }

    [GeneratedRegex("^21 letters a period, 100000 periods, ([0-9]+) bytes more in use$")]
    private static partial Regex LastLine();
}
