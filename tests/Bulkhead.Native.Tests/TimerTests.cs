// SPDX-License-Identifier: MIT
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Bulkhead.Native.Tests;

public sealed class TimerTests
{
    private const ulong Second = 1_000_000_000;

    // Start and period of any size; the thread comes early, late, and very late.
    [Fact]
    public void EveryRelease_IsExact_AndWithinATickOnTheCounter() =>
        Prop.ForAll<ulong, ulong, uint>((seed, lateness, choice) =>
        {
            ulong frequency = Samples.Frequency(choice);
            ulong start = Samples.Mix(seed) % (Samples.YearsMax / 2);
            ulong period = 1 + (Samples.Mix(lateness) % (1ul << (int)(choice % 40)));
            var timer = default(Timer);
            timer.Arm(new Instant(start), period);
            ulong taken = 0, missed = 0;
            for (uint round = 0; round < 200; round++)
            {
                Instant due = timer.Due;
                BigInteger exact = start + (new BigInteger(taken) * period);
                if (due.Nanoseconds != exact) return false;
                // The deadline in ticks against the rational: 0 <= error < 1 tick.
                BigInteger error =
                    (new BigInteger(due.TicksAt(frequency)) * Second) - (exact * frequency);
                if (error < 0 || error >= Second) return false;
                Instant now = due + Late(Samples.Mix(seed ^ round), period);
                if (!timer.TryTake(now, out Release release)) return false;
                missed += release.MissedCount;
                taken = release.Number + 1;
                bool isLatest = release.Due <= now && now.Since(release.Due) < period;
                if (!isLatest || release.Number + 1 != round + 1 + missed) return false;
                if (release.Due.Nanoseconds
                    != start + (new BigInteger(release.Number) * period)) return false;
            }
            return true;
        }).Check(Samples.Many);

    // Against a list of all releases of the time.
    [Fact]
    public void Taking_MatchesTheListOfReleases() => Prop.ForAll<ulong[], byte>((steps, size) =>
    {
        ulong period = 1 + (size % 7ul), start = 50, now = 40, next = 0;
        var timer = default(Timer);
        timer.Arm(new Instant(start), period);
        foreach (ulong step in steps)
        {
            now += step % 30;
            ulong due = 0;
            while (start + ((next + due) * period) <= now) due++;
            bool isTaken = timer.TryTake(new Instant(now), out Release release);
            if (isTaken != (due != 0)) return false;
            if (isTaken && release.MissedCount != due - 1) return false;
            next += due;
            if (isTaken && release.Number != next - 1) return false;
            if (timer.Due.Nanoseconds != start + (next * period)) return false;
        }
        return true;
    }).Check(Samples.Many);

    [Fact]
    public void TenYears_OfAMillisecond_AtAnOddFrequency()
    {
        // 19.2 MHz, 1.000001 ms: the period is 19,200.0192 ticks.
        const ulong period = 1_000_001, count = 10ul * 365 * 86400 * 1000;
        var timer = default(Timer);
        timer.Arm(default, period);
        Assert.True(timer.TryTake(new Instant(count * period), out Release release));
        Assert.Equal(count, release.Number);
        Assert.Equal(count, release.MissedCount);
        BigInteger exact = new BigInteger(count) * period * 19_200_000;
        BigInteger ticks = (exact + Second - 1) / Second;
        Assert.Equal((ulong)ticks, release.Due.TicksAt(19_200_000));
    }

    [Fact]
    public void Default_IsNotArmed()
    {
        var timer = default(Timer);
        Assert.False(timer.IsArmed);
        Assert.True(timer.Due.IsNever);
        Assert.False(timer.TryTake(new Instant(ulong.MaxValue), out _));
    }

    [Fact]
    public void OneShot_ComesOnce()
    {
        var timer = default(Timer);
        timer.Arm(new Instant(100));
        Assert.False(timer.TryTake(new Instant(99), out _));
        Assert.True(timer.IsArmed);
        Assert.True(timer.TryTake(new Instant(5_000), out Release release));
        Assert.Equal((0ul, 100ul, 0ul), Words(release));
        Assert.False(timer.IsArmed);
        Assert.False(timer.TryTake(new Instant(6_000), out _));
    }

    [Fact]
    public void PastDeadlines_AreDueAtOnce_WithWhatWasMissed()
    {
        var timer = default(Timer);
        timer.Arm(new Instant(100), 10);
        Assert.True(timer.TryTake(new Instant(135), out Release release));
        Assert.Equal((3ul, 130ul, 3ul), Words(release));
        Assert.Equal(140ul, timer.Due.Nanoseconds);
        Assert.False(timer.TryTake(new Instant(139), out _));
        Assert.True(timer.TryTake(new Instant(140), out release));
        Assert.Equal((4ul, 140ul, 0ul), Words(release));
    }

    [Fact]
    public void Cancelled_DoesNotCome_AndCanBeArmedAgain()
    {
        var timer = default(Timer);
        timer.Arm(new Instant(100), 10);
        timer.Cancel();
        Assert.False(timer.TryTake(new Instant(200), out _));
        timer.Arm(new Instant(150), 20);
        Assert.True(timer.TryTake(new Instant(171), out Release release));
        Assert.Equal((1ul, 170ul, 1ul), Words(release));
        timer.Arm(new Instant(300));
        Assert.Equal(0ul, timer.PeriodNanoseconds);
        Assert.Equal(300ul, timer.Due.Nanoseconds);
    }

    [Fact]
    public void AtTheEndOfTheClock_NoMoreReleases()
    {
        var timer = default(Timer);
        timer.Arm(new Instant(ulong.MaxValue - 5), 10);
        Assert.True(timer.TryTake(new Instant(ulong.MaxValue - 2), out _));
        Assert.True(timer.Due.IsNever);
        Assert.False(timer.TryTake(new Instant(ulong.MaxValue), out _));
        timer.Arm(Instant.Never);
        Assert.False(timer.TryTake(Instant.Never, out _));
    }

    [Fact]
    public void First_IsTheEarliest_AndOfEqualsTheLowest()
    {
        Span<Timer> timers = stackalloc Timer[4];
        Assert.Equal(-1, Timer.FirstOf(timers));
        Assert.Equal(-1, Timer.FirstOf([]));
        timers[1].Arm(new Instant(30));
        timers[2].Arm(new Instant(20), 5);
        timers[3].Arm(new Instant(20));
        Assert.Equal(2, Timer.FirstOf(timers));
        timers[2].Cancel();
        Assert.Equal(3, Timer.FirstOf(timers));
        timers[3].Cancel();
        Assert.Equal(1, Timer.FirstOf(timers));
    }

    private static (ulong Number, ulong Due, ulong Missed) Words(Release release) =>
        (release.Number, release.Due.Nanoseconds, release.MissedCount);

    private static ulong Late(ulong random, ulong period) => (random & 3) switch
    {
        0 => 0,
        1 => (random >> 2) % period,
        2 => (random >> 2) % (3 * period),
        _ => (random >> 2) % (100 * period),
    };
}
