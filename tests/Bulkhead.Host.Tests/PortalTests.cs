// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;
using Semaphore = Bulkhead.Native.Semaphore;

namespace Bulkhead.Host.Tests;

/// <summary>Calls to servers that the test plays, the console and the manager among
/// them.</summary>
public sealed class PortalTests
{
    private const string LongText =
        "a line that has more bytes than the inline words of a message can hold, so it goes "
        + "through the page";

    [Fact]
    public void Server_GetsWords_AndReplies()
    {
        using PartitionHost host = new() { Id = 6 };
        ulong badge = 0;
        host.ServeChannel(2, message =>
        {
            badge = message.Badge;
            message.Reply(message.Label + message.Words[0], 5);
        });
        host.Run(() =>
        {
            Message message = new(40);
            message.Words[0] = 2;
            Assert.True(Portal.Channel(2).Call(ref message).IsSuccess);
            Assert.Equal((42ul, 5ul), (message.Words[0], message.Words[1]));
            Assert.Equal(42ul, Portal.Channel(2).Call(40, 2).Value);
        });
        Assert.Equal(6ul, badge);
    }

    [Fact]
    public void Server_SharesThePage()
    {
        using PartitionHost host = new();
        host.ServeChannel(0, message =>
        {
            for (int word = 0; word < message.Descriptor.UtcbWords; word++) message.Utcb[word]++;
            message.Utcb[3] = 99;
        });
        host.Run(() =>
        {
            Utcb.Words[0] = 10;
            Utcb.Words[2] = 20;
            Message message = new(1) { Descriptor = new MessageDescriptor(1, 3) };
            Portal.Channel(0).Call(ref message);
            // Three words went there and back; the fourth was not part of the message.
            Assert.Equal([11ul, 1, 21, 0], Utcb.Words[..4].ToArray());
        });
    }

    [Fact]
    public void Call_WithoutAServer_IsRefused() => Within(host =>
    {
        ResultCode code = Portal.Channel(0).Call(1, 0).Code;
        Assert.Equal((Status.BadCapability, Reason.SlotEmpty), (code.Status, code.Reason));
    });

    [Fact]
    public void Call_WithABadDescriptor_IsRefused() => Within(host =>
    {
        Message message = new() { Descriptor = new MessageDescriptor(1, 513) };
        ResultCode code = Portal.Console.Call(ref message);
        Assert.Equal((Status.BadParameter, Reason.BadMessage), (code.Status, code.Reason));
    });

    [Theory]
    [InlineData(1, Status.Success)]
    [InlineData(3, Status.Timeout)]
    public void Call_ReturnsByItsDeadline(int milliseconds, Status expected)
    {
        using PartitionHost host = new();
        host.ServeChannel(0, message =>
        {
            host.Spend(TimeSpan.FromMilliseconds(milliseconds));
            message.Reply(1);
        });
        host.Run(() =>
        {
            Message message = new(1);
            Instant deadline = Instant.Now + 2_000_000;
            Assert.Equal(expected, Portal.Channel(0).Call(ref message, deadline.Ticks).Status);
        });
        Assert.True(host.IsEnded);
    }

    [Fact]
    public void BusyServer_IsWaitedFor()
    {
        using PartitionHost host = new();
        List<double> times = [];
        host.ServeChannel(0, message =>
        {
            Semaphore.Wakeup.DownUntil(Instant.Now + 1_000_000);
            message.Reply();
        });
        host.Run(() =>
        {
            for (int caller = 0; caller < 3; caller++)
            {
                host.StartThread(() =>
                {
                    Portal.Channel(0).Call(1, 0);
                    times.Add(host.Time.TotalMilliseconds);
                });
            }
        });
        Assert.Equal([1, 2, 3], times);
    }

    [Fact]
    public void LongLine_ReachesTheLog_AndThePageIsAsBefore() => Within(host =>
    {
        Utcb.Words[0] = 77;
        foreach (char letter in LongText) Log.Write([(byte)letter]);
        Log.EndLine();
        Assert.Equal([LongText], host.Log);
        Assert.Equal(77ul, Utcb.Words[0]);
    });

    [Fact]
    public void Terminal_HandsOutWhatIsTyped()
    {
        using PartitionHost host = new();
        string read = "";
        host.Start(() =>
        {
            ConsoleWriter.Send("> "u8);
            Semaphore.Wakeup.Down();
            Message message = new((uint)ConsoleProtocol.Read);
            Portal.Console.Call(ref message);
            foreach (byte value in message.Bytes[..(int)message.Words[0]]) read += (char)value;
        });
        host.RunUntil(TimeSpan.FromMilliseconds(1));
        Assert.Equal("> ", host.OpenLine);
        host.Type("help\n");
        host.RunToEnd();
        Assert.Equal("help\n", read);
    }

    [Fact]
    public void Manager_KnowsNoSchedules_UnlessTheTestPlaysOne() => Within(host =>
    {
        Assert.Equal(Status.BadCapability, ModuleSchedule.Set(1).Status);
        Assert.True(ModuleSchedule.Read(out ModuleScheduleStatus status).IsSuccess);
        Assert.Equal(uint.MaxValue, status.Current);
    });

    [Fact]
    public void HypercallsOfManagers_AreRefusedAsWithoutTheCapability() => Within(host =>
    {
        ResultCode code = SystemKernel.CreateDomain(Selectors.Free, 1, default);
        Assert.Equal((Status.BadCapability, Reason.SlotEmpty), (code.Status, code.Reason));
        Assert.Equal(Status.BadCapability, Kernel.SwitchSchedule(1).Status);
        Assert.Equal(Clock.Frequency, Kernel.SystemInfo(SystemInfoItem.CounterFrequency).Value);
    });

    private static void Within(Action<PartitionHost> body)
    {
        using PartitionHost host = new();
        host.Run(() => body(host));
        Assert.True(host.IsEnded);
    }
}
