// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;
using PeriodicTimer = Bulkhead.Native.PeriodicTimer;
using Semaphore = Bulkhead.Native.Semaphore;
using Timer = Bulkhead.Native.Timer;

namespace Bulkhead.Host.Tests;

/// <summary>Virtual time: who waits lets it pass, who computes does not.</summary>
public sealed class TimeTests
{
    private const ulong Millisecond = 1_000_000;

    private readonly List<ulong> _seen = [];

    [Fact]
    public void Clock_StandsStill_WhileAProgramComputes()
    {
        using PartitionHost host = new();
        host.Run(() =>
        {
            for (int look = 0; look < 100; look++) _seen.Add(Clock.Now);
        });
        Assert.Single(_seen.Distinct());
        Assert.Equal(TimeSpan.Zero, host.Time);
    }

    [Fact]
    public void Clock_Moves_ForAProgramThatSpins()
    {
        using PartitionHost host = new();
        host.Run(() =>
        {
            Instant end = Instant.Now + (3 * Millisecond);
            while (Instant.Now < end)
            {
            }
        });
        Assert.True(host.IsEnded);
        Assert.InRange(host.Time.TotalMilliseconds, 3, 3.01);
    }

    [Theory]
    [InlineData(1_000_000)]
    [InlineData(19_200_000)]
    [InlineData(62_500_000)]
    [InlineData(1_000_000_000)]
    public void Sleep_IsNeverEarly_AndLessThanATickLate(ulong frequency)
    {
        const ulong Nanoseconds = 1_234_567;
        using PartitionHost host = new() { CounterFrequency = frequency };
        ulong late = ulong.MaxValue;
        host.Run(() =>
        {
            Instant due = Instant.Now + Nanoseconds;
            Assert.Equal(Status.Timeout, Semaphore.Wakeup.DownUntil(due).Status);
            Assert.False(Instant.Now < due);
            late = Instant.Now.Since(due);
            Assert.Equal(frequency, Clock.Frequency);
        });
        Assert.InRange(late, 0ul, 1_000_000_000 / frequency);
    }

    [Fact]
    public void PeriodicTimer_IsReleasedInEachPeriod()
    {
        using PartitionHost host = new();
        host.Run(() => Releases(10 * Millisecond), until: TimeSpan.FromMilliseconds(100));
        Assert.Equal(Enumerable.Range(0, 10).Select(number => (ulong)number), _seen);
        Assert.Equal(TimeSpan.FromMilliseconds(100), host.Time);
        host.RunFor(TimeSpan.FromMilliseconds(20));
        Assert.Equal(12, _seen.Count);
    }

    [Fact]
    public void Spend_MakesAThreadLate()
    {
        using PartitionHost host = new();
        host.Run(() => Releases(
            10 * Millisecond, _ => host.Spend(TimeSpan.FromMilliseconds(25))),
            until: TimeSpan.FromMilliseconds(100));
        // Released at 10, then at the latest of what is due: 30, 60 and 80.
        Assert.Equal([0ul, 2, 5, 7], _seen);
    }

    [Fact]
    public void TakenTime_ComesOnTopOfWhatIsSpent()
    {
        using PartitionHost host = new();
        host.TakeProcessor(TimeSpan.FromMilliseconds(2), TimeSpan.FromMilliseconds(5));
        host.Run(() => host.Spend(TimeSpan.FromMilliseconds(3)));
        Assert.Equal(TimeSpan.FromMilliseconds(8), host.Time);
    }

    [Fact]
    public void Events_HappenAtTheirTimes()
    {
        using PartitionHost host = new();
        List<double> times = [];
        host.Start(() => Releases(10 * Millisecond));
        host.At(TimeSpan.FromMilliseconds(15), () => times.Add(host.Time.TotalMilliseconds));
        host.At(TimeSpan.FromMilliseconds(5), () => times.Add(_seen.Count));
        host.RunUntil(TimeSpan.FromMilliseconds(20));
        Assert.Equal([0, 15], times);
        Assert.Equal([0ul, 1], _seen);
    }

    [Fact]
    public void Timers_AreTakenInTheOrderOfTheirTimes_AndBeforeTheSemaphore()
    {
        using PartitionHost host = new();
        List<int> order = [];
        host.Start(() =>
        {
            Timer[] timers = new Timer[2];
            Instant start = Instant.Now;
            timers[0].Arm(start + (5 * Millisecond));
            timers[1].Arm(start + Millisecond, 2 * Millisecond);
            for (int count = 0; count < 5; count++)
            {
                Semaphore.Wakeup.DownOrTake(timers, out int index, out _);
                order.Add(index);
            }
        });
        host.At(TimeSpan.FromMilliseconds(4), () => host.RaiseSemaphore());
        host.RunToEnd();
        Assert.Equal([1, 1, -1, 0, 1], order);
    }

    private void Releases(ulong period, Action<Release>? work = null)
    {
        PeriodicTimer.Create(Selectors.Free, period, out PeriodicTimer timer);
        while (timer.WaitForNext(out Release release).IsSuccess)
        {
            _seen.Add(release.Number);
            work?.Invoke(release);
        }
    }
}
