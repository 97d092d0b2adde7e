// SPDX-License-Identifier: MIT
using Bulkhead.Partitions.Manager;

namespace Bulkhead.Partitions.Tests.Manager;

/// <summary>The lock of the manager's lines: who never comes back holds up nobody.</summary>
public sealed class LineLockTests
{
    private LineLock _lock;

    [Fact]
    public void OneAtATime()
    {
        Assert.True(_lock.TryTake(out uint first));
        Assert.False(_lock.TryTake(out _));
        _lock.Exit(first);
        Assert.True(_lock.TryTake(out _));
    }

    /// <summary>The holder's partition was restarted in the middle of a report.</summary>
    [Fact]
    public void WhoNeverComesBack_LosesIt()
    {
        _lock.TryTake(out uint gone);
        uint holder = _lock.Holder;
        Assert.True(_lock.TryTakeOver(holder, out uint second));
        Assert.NotEqual(gone, second);
        _lock.Exit(second);
        Assert.True(_lock.TryTake(out _));
    }

    [Fact]
    public void WhoComesBackLate_GivesNothingBack()
    {
        _lock.TryTake(out uint late);
        _lock.TryTakeOver(_lock.Holder, out uint second);
        _lock.Exit(late);
        Assert.False(_lock.TryTake(out _));
        _lock.Exit(second);
        _lock.Exit(late);
        Assert.True(_lock.TryTake(out _));
    }

    [Fact]
    public void TwoThatWaited_OneTakesItOver()
    {
        _lock.TryTake(out _);
        uint holder = _lock.Holder;
        Assert.True(_lock.TryTakeOver(holder, out _));
        Assert.False(_lock.TryTakeOver(holder, out _));
    }

    [Fact]
    public void WhatIsFree_IsNotTakenOver()
    {
        Assert.False(_lock.TryTakeOver(_lock.Holder, out _));
        Assert.True(_lock.TryTake(out _));
    }

    [Fact]
    public void ManyThreads_NeverTwoInside()
    {
        int inside = 0;
        int most = 0;
        int taken = 0;
        Parallel.For(0, 4, _ =>
        {
            for (int round = 0; round < 20_000; round++)
            {
                if (!_lock.TryTake(out uint ticket)) continue;
                most = Math.Max(most, Interlocked.Increment(ref inside));
                Interlocked.Increment(ref taken);
                Interlocked.Decrement(ref inside);
                _lock.Exit(ticket);
            }
        });
        Assert.Equal(1, most);
        Assert.True(taken > 0);
    }
}
