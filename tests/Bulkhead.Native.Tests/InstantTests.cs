// SPDX-License-Identifier: MIT
using System.Numerics;
using Bulkhead.Abi;
using FsCheck;
using FsCheck.Fluent;

namespace Bulkhead.Native.Tests;

public sealed class InstantTests
{
    private const ulong Second = 1_000_000_000;

    // Deadline and clock agree for every frequency: an instant has come exactly when its tick has.
    [Fact]
    public void Ticks_AreTheFirstThatReadNoEarlier() => Prop.ForAll<ulong, uint>((time, choice) =>
    {
        ulong frequency = Samples.Frequency(choice);
        ulong instant = time % Samples.YearsMax;
        ulong ticks = new Instant(instant).TicksAt(frequency);
        BigInteger exact = new BigInteger(instant) * frequency;
        bool isFirst = new BigInteger(ticks) * Second >= exact
            && (ticks == 0 || new BigInteger(ticks - 1) * Second < exact);
        bool hasCome = TickConversion.ToNanoseconds(ticks, frequency) >= instant;
        bool isToCome = ticks == 0
            || TickConversion.ToNanoseconds(ticks - 1, frequency) < instant;
        return isFirst && hasCome && isToCome;
    }).Check(Samples.Many);

    [Theory]
    [InlineData(0, 62_500_000, 0)]
    [InlineData(1, 62_500_000, 1)]
    [InlineData(16, 62_500_000, 1)]
    [InlineData(17, 62_500_000, 2)]
    [InlineData(999, 1_000_000, 1)]
    [InlineData(1_001, 1_000_000, 2)]
    [InlineData(ulong.MaxValue - 1, Second, ulong.MaxValue - 1)]
    [InlineData(ulong.MaxValue - 1, 1ul << 34, ulong.MaxValue)]
    [InlineData(ulong.MaxValue, 1_000_000, ulong.MaxValue)]
    public void Ticks_Examples(ulong nanoseconds, ulong frequency, ulong expected) =>
        Assert.Equal(expected, new Instant(nanoseconds).TicksAt(frequency));

    [Fact]
    public void Never_IsForEver_AtAnyFrequency()
    {
        Assert.True(Instant.Never.IsNever);
        Assert.Equal(Kernel.Forever, Instant.Never.TicksAt(1));
        Assert.Equal(Kernel.Forever, Instant.Never.TicksAt(Second));
        Assert.False(default(Instant).IsNever);
    }

    [Fact]
    public void Sum_EndsAtNever()
    {
        Assert.Equal(7ul, (new Instant(3) + 4).Nanoseconds);
        Assert.True((Instant.Never + 1).IsNever);
        Assert.True((new Instant(ulong.MaxValue - 3) + 9).IsNever);
        Assert.True((new Instant(9) + ulong.MaxValue).IsNever);
    }

    [Fact]
    public void Since_IsZero_ForTheFuture()
    {
        Assert.Equal(4ul, new Instant(9).Since(new Instant(5)));
        Assert.Equal(0ul, new Instant(5).Since(new Instant(5)));
        Assert.Equal(0ul, new Instant(5).Since(new Instant(9)));
    }

    [Theory]
    [InlineData(0, 10, 10)]
    [InlineData(9, 10, 10)]
    [InlineData(10, 10, 20)]
    [InlineData(11, 10, 20)]
    [InlineData(ulong.MaxValue - 1, 1ul << 63, ulong.MaxValue)]
    public void NextMultiple_IsLater(ulong at, ulong period, ulong expected) =>
        Assert.Equal(expected, new Instant(at).NextMultiple(period).Nanoseconds);

    [Fact]
    public void Order()
    {
        Instant one = new(1), two = new(2);
        Assert.True(one < two && two > one && one <= two && two >= one);
        Assert.False(two < one || one > two || two <= one || one >= two);
        Instant same = new(1);
        Assert.True(one <= same && one >= same && !(one < same) && !(one > same));
    }
}
