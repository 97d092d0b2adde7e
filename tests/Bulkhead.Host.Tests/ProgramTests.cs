// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;
using Semaphore = Bulkhead.Native.Semaphore;

namespace Bulkhead.Host.Tests;

/// <summary>Programs: how they start, are called, fail and end.</summary>
public sealed class ProgramTests
{
    [Fact]
    public void EachStart_HasFreshStaticFields()
    {
        for (int start = 0; start < 3; start++)
        {
            using PartitionHost host = new();
            host.Run(EchoPartition.Begin, until: TimeSpan.Zero);
            Assert.Equal(1ul, host.Call(0, EchoPartition.WhoLabel)[2]);
        }
    }

    [Fact]
    public void Server_KeepsItsState_AndSeesWhoCalls()
    {
        using PartitionHost host = new();
        host.AddClient(4, "client");
        host.Run(EchoPartition.Begin, until: TimeSpan.Zero);
        Assert.Equal(20ul, host.Call(4, EchoPartition.AddLabel, 20)[0]);
        Assert.Equal(42ul, host.Call(4, EchoPartition.AddLabel, 22)[0]);
        Assert.Equal(Badge.Client | 4ul, host.Call(4, EchoPartition.WhoLabel)[0]);
        Assert.Equal(TimeSpan.Zero, host.Time);
    }

    [Fact]
    public void Program_CallsItsOwnServer()
    {
        using PartitionHost host = new() { Argument = EchoPartition.AddLabel };
        host.Run(EchoPartition.Begin, until: TimeSpan.Zero);
        Assert.Equal(["started", "7"], host.Log);
    }

    [Fact]
    public void Server_ThatDoesNotReply_IsTold()
    {
        using PartitionHost host = new();
        host.Run(EchoPartition.Begin, until: TimeSpan.Zero);
        Assert.Throws<TimeoutException>(() => host.Call(0, EchoPartition.HangLabel));
    }

    [Fact]
    public void Main_IsNamedItself()
    {
        using PartitionHost host = new();
        Assert.Throws<ArgumentException>(
            () => host.Start(argument => EchoPartition.Begin(argument)));
    }

    [Fact]
    public void Host_StartsOnce()
    {
        using PartitionHost host = new();
        host.Start(EchoPartition.Begin);
        Assert.Throws<InvalidOperationException>(() => host.Start(EchoPartition.Begin));
    }

    [Fact]
    public void Sdk_WithoutAHost_SaysWhatToDo()
    {
        InvalidOperationException error =
            Assert.Throws<InvalidOperationException>(() => Clock.Now);
        Assert.Contains("PartitionHost.Run", error.Message);
    }

    [Fact]
    public void UncaughtException_ComesOut()
    {
        using PartitionHost host = new();
        DivideByZeroException error = Assert.Throws<DivideByZeroException>(
            () => host.Run(() => throw new DivideByZeroException("here")));
        Assert.Equal("here", error.Message);
    }

    [Fact]
    public void FailedServer_ComesOut_EvenOfAProgramThatCatchesEverything()
    {
        using PartitionHost host = new();
        host.ServeChannel(0, _ => throw new NotSupportedException());
        bool isCaught = false;
        Assert.Throws<NotSupportedException>(() => host.Run(() =>
        {
            try
            {
                Portal.Channel(0).Call(1, 0);
            }
            catch (NotSupportedException)
            {
                isCaught = true;
            }
        }));
        Assert.False(isCaught);
    }

    [Fact]
    public void FailedEvent_ComesOut()
    {
        using PartitionHost host = new();
        host.Start(() => Semaphore.Wakeup.Down());
        host.At(TimeSpan.FromSeconds(1), () => throw new NotSupportedException());
        Assert.Throws<NotSupportedException>(host.RunToEnd);
    }

    [Fact]
    public void Dispose_EndsAThreadThatCatchesEverything()
    {
        bool goesOn = true;
        int catches = 0;
        PartitionHost host = new();
        host.Run(() =>
        {
            while (Volatile.Read(ref goesOn))
            {
                try
                {
                    Semaphore.Wakeup.Down();
                }
                catch (Exception)
                {
                    catches++;
                }
            }
        }, until: TimeSpan.FromSeconds(1));
        host.Dispose();
        Assert.InRange(catches, 1, 1000);
        Volatile.Write(ref goesOn, false);
    }

    [Fact]
    public void EndlessLoop_IsTold()
    {
        bool goesOn = true;
        using PartitionHost host = new() { RealTimeMax = TimeSpan.FromSeconds(1) };
        host.Start(() =>
        {
            while (Volatile.Read(ref goesOn))
            {
            }
        });
        Assert.Throws<TimeoutException>(host.RunToEnd);
        Volatile.Write(ref goesOn, false);
    }

    [Fact]
    public void HalfLine_IsNotLeftToTheNextTest()
    {
        using (PartitionHost first = new()) first.Run(() => Log.Write("half"u8));
        using PartitionHost second = new();
        second.Run(() => Log.WriteLine("whole"u8));
        Assert.Equal(["whole"], second.Log);
    }
}
