// SPDX-License-Identifier: MIT
using Bulkhead.Native;

namespace Bulkhead.Host.Tests;

/// <summary>Scopes on the host's heap: their order, their sizes, and figures.</summary>
public sealed class ScopeTests
{
    private static object? s_kept;

    [Fact]
    public void Scopes_EndInTheReverseOrder() => Within(new PartitionHost(), () =>
    {
        Scope outer = Scope.Enter();
        Scope inner = Scope.Enter();
        bool isRefused = false;
        try
        {
            outer.Dispose();
        }
        catch (InvalidOperationException)
        {
            isRefused = true;
        }

        Assert.True(isRefused);
        inner.Dispose();
        outer.Dispose();
    });

    [Fact]
    public void Scope_LargerThanWhatThereIs_IsRefused() =>
        Within(new PartitionHost { ScopeBytes = 64 << 10 }, () =>
        {
            Assert.Throws<OutOfMemoryException>(() => Scope.Enter(65 << 10).Dispose());
            using Scope outer = Scope.Enter(8 << 10);
            Assert.Throws<OutOfMemoryException>(() => Scope.Enter(9 << 10).Dispose());
            using Scope inner = Scope.Enter(1 << 10);
        });

    [Fact]
    public void Peak_IsWhatScopesHeldAtMost() =>
        Within(new PartitionHost { MemoryBytes = 1 << 20 }, () =>
        {
            Fill(100_000);
            Assert.InRange(MemoryUse.ScopePeak, 100_000, 101_000);
            Fill(10_000);
            Assert.InRange(MemoryUse.ScopePeak, 100_000, 101_000);
            Assert.Equal(1 << 19, MemoryUse.ScopeSize);
            Assert.Equal(1 << 19, MemoryUse.Size);
        });

    [Fact]
    public void Use_CountsWhatStays() => Within(new PartitionHost(), () =>
    {
        // All looks first: assertions make objects, too, and so does code that runs for the first
        // time.
        Fill(1);
        long before = MemoryUse.Used;
        Fill(50_000);
        long afterScope = MemoryUse.Used;
        s_kept = new byte[20_000];
        long afterArray = MemoryUse.Used;
        using (Scope.Enter())
        {
            using ImmortalMemory immortal = ImmortalMemory.Enter();
            s_kept = new byte[30_000];
        }

        long afterImmortal = MemoryUse.Used;
        Assert.Equal(before, afterScope);
        Assert.InRange(afterArray - before, 20_000, 20_100);
        Assert.InRange(afterImmortal - before, 50_000, 50_200);
    });

    [Fact]
    public void Report_IsALine()
    {
        using PartitionHost host = new();
        host.Run(MemoryUse.Report);
        Assert.StartsWith("memory: ", Assert.Single(host.Log));
    }

    private static void Fill(int bytes)
    {
        using Scope scope = Scope.Enter();
        s_kept = new byte[bytes];
        s_kept = null;
    }

    private static void Within(PartitionHost host, Action body)
    {
        using (host) host.Run(body);
        Assert.True(host.IsEnded);
    }
}
