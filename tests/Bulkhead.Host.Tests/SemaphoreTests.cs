// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;
using Semaphore = Bulkhead.Native.Semaphore;

namespace Bulkhead.Host.Tests;

/// <summary>Semaphores and threads answer as the kernel does.</summary>
public sealed class SemaphoreTests
{
    private readonly List<string> _order = [];

    [Theory]
    [InlineData(0u, Status.BadCapability, Reason.SlotZero)]
    [InlineData(256u, Status.BadCapability, Reason.SelectorOutOfRange)]
    [InlineData(Selectors.Wakeup, Status.Busy, Reason.SlotTaken)]
    [InlineData(Selectors.Free, Status.Success, Reason.None)]
    public void Create_IsAnsweredAsByTheKernel(uint selector, Status status, Reason reason) =>
        Within(() => Is(status, reason, Semaphore.Create(selector, 0, out _)));

    [Theory]
    [InlineData(256u, Reason.SelectorOutOfRange)]
    [InlineData(Selectors.Free, Reason.SlotEmpty)]
    [InlineData(Selectors.Console, Reason.RightMissing)]
    public void Use_OfAnotherObject_IsRefused(uint selector, Reason reason) => Within(() =>
    {
        Is(Status.BadCapability, reason, new Semaphore(selector).Up());
        Is(Status.BadCapability, reason, new Semaphore(selector).Down());
    });

    [Fact]
    public void Count_IsTakenOneByOne_OrWhole() => Within(() =>
    {
        Semaphore.Create(Selectors.Free, 2, out Semaphore semaphore);
        semaphore.Up();
        semaphore.Up();
        Assert.True(semaphore.DownUntil(Kernel.Poll).IsSuccess);
        Assert.Equal(3ul, semaphore.DownAll(Kernel.Poll).Value);
        Is(Status.Timeout, Reason.DeadlinePassed, semaphore.DownUntil(Kernel.Poll));
    });

    [Fact]
    public void Count_HasAnEnd() => Within(() =>
    {
        Semaphore.Create(Selectors.Free, uint.MaxValue, out Semaphore semaphore);
        Is(Status.NoResources, Reason.CounterFull, semaphore.Up());
    });

    [Fact]
    public void Waiters_GoOnInTheOrderInWhichTheyCame()
    {
        using PartitionHost host = new();
        host.Run(() =>
        {
            for (int number = 0; number < 3; number++)
            {
                string name = $"waiter {number}";
                host.StartThread(() =>
                {
                    Semaphore.Wakeup.Down();
                    _order.Add(name);
                });
            }

            Kernel.Yield();
            for (int number = 0; number < 3; number++) Semaphore.Wakeup.Up();
            _order.Add("main");
        });
        Assert.Equal(["main", "waiter 0", "waiter 1", "waiter 2"], _order);
        Assert.True(host.IsEnded);
    }

    [Fact]
    public void UrgentThread_RunsAtOnce()
    {
        using PartitionHost host = new();
        host.Run(() =>
        {
            host.StartThread(() =>
            {
                Semaphore.Wakeup.Down();
                _order.Add("urgent");
            }, priority: 200);
            host.StartThread(() => _order.Add("idle"), priority: 1);
            Kernel.Yield();
            Semaphore.Wakeup.Up();
            _order.Add("main");
            Semaphore.Wakeup.DownUntil(Instant.Now + 1000);
        });
        Assert.Equal(["urgent", "main", "idle"], _order);
    }

    [Fact]
    public void Wait_EndsByRaise_BeforeItsDeadline()
    {
        using PartitionHost host = new();
        host.Start(() =>
        {
            ResultCode first = Semaphore.Wakeup.DownUntil(Instant.Now + 5_000_000);
            _order.Add($"{first.Status} {host.Time.TotalMilliseconds}");
            ResultCode second = Semaphore.Wakeup.DownUntil(Instant.Now + 5_000_000);
            _order.Add($"{second.Status} {host.Time.TotalMilliseconds}");
        });
        host.At(TimeSpan.FromMilliseconds(2), () => host.RaiseSemaphore());
        host.RunToEnd();
        Assert.Equal(["Success 2", "Timeout 7"], _order);
    }

    [Fact]
    public void Threads_ThatWaitForEachOther_EndTheRun()
    {
        using PartitionHost host = new();
        host.Run(() =>
        {
            host.StartThread(() => Semaphore.Wakeup.Down());
            Semaphore.Wakeup.Down();
        });
        Assert.False(host.IsEnded);
    }

    [Fact]
    public void Lock_IsGivenOn_ByAYield()
    {
        using PartitionHost host = new();
        ServerLock guard = default;
        host.Run(() =>
        {
            host.StartThread(() =>
            {
                guard.Enter();
                _order.Add("other");
                guard.Exit();
            });
            guard.Enter();
            Semaphore.Wakeup.DownUntil(Instant.Now + 1000);
            _order.Add("main");
            guard.Exit();
        });
        Assert.Equal(["main", "other"], _order);
    }

    [Fact]
    public void Threads_HaveLinesOfTheirOwn()
    {
        using PartitionHost host = new();
        host.Run(() =>
        {
            Log.Write("main "u8);
            host.StartThread(() => Log.WriteLine("other"u8));
            Kernel.Yield();
            Log.WriteLine("goes on"u8);
        });
        Assert.Equal(["other", "main goes on"], host.Log);
    }

    private static void Within(Action body)
    {
        using PartitionHost host = new();
        host.Run(body);
        Assert.True(host.IsEnded);
    }

    private static void Is(Status status, Reason reason, ResultCode code) =>
        Assert.Equal((status, reason), (code.Status, code.Reason));
}
