// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Samples.Modes;

namespace Bulkhead.Samples.Tests.Modes;

/// <summary>The partitions of the sample on schedules, with a partition manager that the test
/// plays.</summary>
public sealed class ProgramTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public void ColdStart_FindsClearMemory_AndWorksWithoutAPause()
    {
        using PartitionHost host = new();
        // It never waits: only a look at the clock lets time pass.
        host.Run(Program.Main, until: TimeSpan.FromMilliseconds(5));
        Assert.Equal(["cold start 1, memory knows 1, right"], host.Log);
        Assert.False(host.IsEnded);
    }

    [Fact]
    public void WarmStart_WithoutItsMemory_IsWrong()
    {
        using PartitionHost host = new()
        {
            StartMode = StartMode.WarmStart,
            StartCondition = StartCondition.ScheduleChange,
            StartCount = 2,
        };
        host.Run(Program.Main, until: TimeSpan.FromMilliseconds(5));
        Assert.Equal(["warm start 2, memory knows 1, wrong"], host.Log);
    }

    [Fact]
    public void Conductor_WithoutSchedules_Fails()
    {
        using PartitionHost host = new() { Argument = 3, Period = TimeSpan.FromMilliseconds(1) };
        host.Run(Program.Main, until: s_second);
        Assert.Equal(["3 switches failed, longest restart 0 us"], host.Log);
    }

    [Fact]
    public void Conductor_WaitsForEachSwitch()
    {
        using PartitionHost host = new() { Argument = 3, Period = TimeSpan.FromMilliseconds(1) };
        List<ulong> wanted = [];
        ulong next = 0;
        host.ServeManager(message =>
        {
            if (message.Label == (uint)ManagerProtocol.SwitchSchedule)
            {
                next = message.Words[0];
                wanted.Add(next);
                message.Reply();
            }
            else message.Reply(next, next, 0, 0);
        });
        host.Run(Program.Main, until: s_second);
        Assert.Equal([1ul, 0, 1], wanted);
        Assert.StartsWith("3 switches done", Assert.Single(host.Log));
    }
}
