// SPDX-License-Identifier: MIT
using Bulkhead.Cli.Testing;

namespace Bulkhead.Cli.Tests.Testing;

public sealed class ConsoleWatchTests
{
    private static readonly Sighting s_fault = Sighting.Parse("fault at 0x0,", true);

    [Fact]
    public void Waits_for_records_and_for_what_must_show()
    {
        using MemoryStream log = new();
        using ConsoleWatch watch = new(log, ["a"], [s_fault]);
        watch.Write("[a] #test s x pass\r\n[a] #te"u8);
        watch.Write("st end 1\r\n"u8);
        Assert.False(watch.IsComplete);
        watch.Write("[manager] a: access at 0x0, pc 4\r\n"u8);
        Assert.True(watch.IsComplete);
        Assert.False(watch.IsBroken);
        Assert.All(watch.Outcomes("s"), outcome => Assert.True(outcome.IsPassed));
        Assert.Equal(2, watch.Outcomes("s").Count());
        Assert.Equal(71, log.Length);
    }

    [Fact]
    public void What_may_never_show_breaks_the_run()
    {
        using ConsoleWatch watch = new(Stream.Null, [], [Sighting.Panic]);
        Assert.True(watch.IsComplete);
        Assert.True(Assert.Single(watch.Outcomes("s")).IsPassed);
        watch.Write("bulkhead: panic: invariant 0x3\n"u8);
        Assert.True(watch.IsBroken);
        Assert.False(Assert.Single(watch.Outcomes("s")).IsPassed);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        using ConsoleWatch watch = new(Stream.Null, ["silent"], [s_fault]);
        Assert.Equal(["silent", "fault"], watch.Outcomes("s").Select(outcome => outcome.Name));
        Assert.All(watch.Outcomes("s"), outcome => Assert.False(outcome.IsPassed));
    }
}
