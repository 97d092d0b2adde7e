// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Host.Tests;

/// <summary>Declared threads and their locks, in virtual time.</summary>
public sealed class ThreadTests
{
    private const ulong Millisecond = 1_000_000;

    private static readonly List<string> s_order = [];
    private static PartitionHost? s_host;
    private static ThreadLock s_first;
    private static ThreadLock s_second;

    private struct Named : IThreadBody
    {
        public static void Run(ulong argument)
        {
            uint number = NativeThread.Current;
            PartitionName name = NativeThread.Info(number).Name;
            s_order.Add($"{(char)name[0]}{argument}");
        }
    }

    private struct Low : IThreadBody
    {
        public static void Run(ulong argument)
        {
            s_first.Enter();
            Spend(4);
            s_order.Add("low leaves");
            s_first.Exit();
        }
    }

    private struct Spin : IThreadBody
    {
        public static void Run(ulong argument)
        {
            Spend(20);
            s_order.Add("spin ends");
        }
    }

    private struct High : IThreadBody
    {
        public static void Run(ulong argument)
        {
            NativeThread.Sleep(Millisecond);
            s_order.Add(s_first.Enter().IsSuccess ? "high has" : "refused");
            s_first.Exit();
        }
    }

    private struct Crosswise : IThreadBody
    {
        public static void Run(ulong argument)
        {
            ref ThreadLock one = ref argument == 1 ? ref s_first : ref s_second;
            ref ThreadLock other = ref argument == 1 ? ref s_second : ref s_first;
            one.Enter();
            NativeThread.Sleep(argument * Millisecond);
            ResultCode code = other.Enter();
            s_order.Add($"{argument} {code.Reason}");
            other.Exit();
            one.Exit();
        }
    }

    private struct Logging : IThreadBody
    {
        public static void Run(ulong argument)
        {
            Log.Write("half "u8);
            NativeThread.Sleep(argument);
            Log.WriteLine("line"u8);
        }
    }

    [Fact]
    public void Threads_RunByPriority_AndAgain()
    {
        using PartitionHost host = new();
        Assert.Equal(1u, host.AddThread("low", 40));
        Assert.Equal(2u, host.AddThread("high", 90));
        Within(host, () =>
        {
            Assert.Equal(2u, NativeThread.Count);
            Assert.Equal(2u, NativeThread.Find("high"u8));
            Assert.Equal(NativeThread.None, NativeThread.Find("other"u8));
            Assert.True(NativeThread.Start<Named>(1, 1).IsSuccess);
            Assert.Equal(Status.Busy, NativeThread.Start<Named>(1, 2).Status);
            Assert.True(NativeThread.Start<Named>(2, 3).IsSuccess);
            Assert.Equal(Status.BadParameter, NativeThread.Start<Named>(3, 3).Status);
            NativeThread.Sleep(Millisecond);
            Assert.False(NativeThread.IsRunning(1));
            Assert.True(NativeThread.Start<Named>(1, 4).IsSuccess);
        });
        Assert.Equal(["h3", "l1", "l4"], s_order);
    }

    [Fact]
    public void Waiter_LendsItsPriority()
    {
        using PartitionHost host = new();
        host.AddThread("low", 40);
        host.AddThread("spin", 60);
        host.AddThread("high", 80);
        Within(host, () =>
        {
            NativeThread.Start<Low>(1);
            NativeThread.Sleep(Millisecond / 2);
            NativeThread.Start<Spin>(2);
            NativeThread.Start<High>(3);
        });
        Assert.Equal(["low leaves", "high has", "spin ends"], s_order);
    }

    [Fact]
    public void Deadlock_IsTold()
    {
        using PartitionHost host = new();
        host.AddThread("one", 40);
        host.AddThread("other", 50);
        Within(host, () =>
        {
            NativeThread.Start<Crosswise>(1, 1);
            NativeThread.Start<Crosswise>(2, 2);
        });
        Assert.Equal(["2 CallCycle", "1 None"], s_order);
    }

    [Fact]
    public void Lock_KnowsItsOwner() => Within(new PartitionHost(), () =>
    {
        Assert.True(s_first.TryEnter() && s_first.TryEnter() && s_first.IsHeld);
        Assert.True(s_first.Exit().IsSuccess && s_first.Exit().IsSuccess);
        Assert.Equal(Status.BadParameter, s_first.Exit().Status);
        s_host!.StartThread(() => s_first.Enter(), 200);
        Kernel.Yield();
        Assert.False(s_first.TryEnter());
        Instant end = Instant.Now + Millisecond;
        Assert.Equal(Status.Timeout, s_first.EnterUntil(end).Status);
        Assert.True(Instant.Now >= end);
    });

    [Fact]
    public void Lines_AreTheThreadsOwn()
    {
        using PartitionHost host = new();
        host.AddThread("one", 40);
        host.AddThread("other", 50);
        Within(host, () =>
        {
            NativeThread.Start<Logging>(1, 2 * Millisecond);
            NativeThread.Start<Logging>(2, Millisecond);
            Log.Write("main "u8);
            NativeThread.Sleep(5 * Millisecond);
            Log.EndLine();
        });
        Assert.Equal(["half line", "half line", "main "], host.Log);
    }

    [Fact]
    public void MoreThreadsThanThereMayBe_AreRefused()
    {
        using PartitionHost host = new();
        for (int number = 0; number < NativeLayout.ThreadsDeclaredMax; number++)
            host.AddThread($"thread{number}", 10);
        Assert.Throws<InvalidOperationException>(() => host.AddThread("more", 10));
    }

    private static void Spend(int milliseconds)
    {
        for (int part = 0; part < milliseconds * 10; part++)
            s_host!.Spend(TimeSpan.FromMilliseconds(0.1));
    }

    private static void Within(PartitionHost host, Action body)
    {
        using (host)
        {
            s_order.Clear();
            s_host = host;
            host.Run(body);
        }
    }
}
