// SPDX-License-Identifier: MIT
using System.Numerics;
using Bulkhead.Native;
using FsCheck;
using FsCheck.Fluent;

namespace Bulkhead.Native.Tests;

public sealed class TickConversionTests
{
    private static readonly ulong[] _frequencies =
        [1, 1_000_000, 24_000_000, 62_500_000, 1_000_000_000, 1ul << 34];

    [Fact]
    public void BothWays_MatchWideArithmetic() => Prop.ForAll<ulong, byte>((value, choice) =>
    {
        ulong frequency = _frequencies[choice % _frequencies.Length];
        BigInteger ticks = new BigInteger(value) * frequency / 1_000_000_000;
        BigInteger nanoseconds = new BigInteger(value) * 1_000_000_000 / frequency;
        return Matches(TickConversion.ToTicks(value, frequency), ticks)
            && Matches(TickConversion.ToNanoseconds(value, frequency), nanoseconds);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1_000_000, 62_500_000, 62_500)]
    [InlineData(1_000_000, 24_000_000, 24_000)]
    [InlineData(999_999_999, 1, 0)]
    public void Ticks_Examples(ulong nanoseconds, ulong frequency, ulong expected) =>
        Assert.Equal(expected, TickConversion.ToTicks(nanoseconds, frequency));

    [Fact]
    public void Nanoseconds_OfYears()
    {
        // Ten years at 62.5 MHz: far beyond what ticks * 10^9 could hold.
        const ulong seconds = 10ul * 365 * 86400;
        Assert.Equal(
            seconds * 1_000_000_000,
            TickConversion.ToNanoseconds(seconds * 62_500_000, 62_500_000));
    }

    private static bool Matches(ulong actual, BigInteger expected) =>
        expected > ulong.MaxValue || actual == (ulong)expected;
}
