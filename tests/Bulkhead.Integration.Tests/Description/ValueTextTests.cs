// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Description;

namespace Bulkhead.Integration.Tests.Description;

public sealed class ValueTextTests
{
    [Theory]
    [InlineData("256 MiB", 256UL << 20)]
    [InlineData("256MiB", 256UL << 20)]
    [InlineData("1.5 GiB", 3UL << 29)]
    [InlineData("4_096 B", 4096UL)]
    [InlineData("0x1000", 4096UL)]
    public void Reads_sizes(string text, ulong bytes)
    {
        Assert.True(SizeText.TryParse(text, out ulong value));
        Assert.Equal(bytes, value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("256")]
    [InlineData("MiB")]
    [InlineData("256 MB")]
    [InlineData("-1 MiB")]
    [InlineData("0.3 B")]
    [InlineData("99999999999999999999 GiB")]
    [InlineData("0x")]
    public void Refuses_what_is_no_size(string text) =>
        Assert.False(SizeText.TryParse(text, out _));

    [Theory]
    [InlineData(256UL << 20, "256 MiB")]
    [InlineData(3UL << 29, "1.5 GiB")]
    [InlineData(100UL, "100 B")]
    public void Writes_sizes(ulong bytes, string text) =>
        Assert.Equal(text, SizeText.Format(bytes));

    [Theory]
    [InlineData("1 ms", 1_000_000UL)]
    [InlineData("0.2ms", 200_000UL)]
    [InlineData("2 s", 2_000_000_000UL)]
    [InlineData("5 µs", 5_000UL)]
    public void Reads_times(string text, ulong nanoseconds)
    {
        Assert.True(DurationText.TryParse(text, out ulong value));
        Assert.Equal(nanoseconds, value);
        Assert.True(DurationText.TryParse(DurationText.Format(value), out ulong again));
        Assert.Equal(value, again);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1 min")]
    [InlineData("0.5 ns")]
    public void Refuses_what_is_no_time(string text) =>
        Assert.False(DurationText.TryParse(text, out _));

    [Theory]
    [InlineData("ctrl-t", 0x14)]
    [InlineData("Ctrl-]", 0x1d)]
    public void Reads_keys(string text, byte key)
    {
        Assert.True(EscapeKeyText.TryParse(text, out byte value));
        Assert.Equal(key, value);
        Assert.True(EscapeKeyText.TryParse(EscapeKeyText.Format(key), out _));
    }

    [Theory]
    [InlineData("ctrl-c")]
    [InlineData("ctrl-m")]
    [InlineData("ctrl-1")]
    [InlineData("t")]
    public void Refuses_keys_that_a_console_cannot_spare(string text) =>
        Assert.False(EscapeKeyText.TryParse(text, out _));

    [Theory]
    [InlineData("prioriti", "priority")]
    [InlineData("pritority", "priority")]
    [InlineData("Memory", "memory")]
    [InlineData("zzz", null)]
    public void Guesses_what_was_meant(string word, string? meant) =>
        Assert.Equal(meant, Spelling.Closest(word, ["memory", "priority", "period"]));
}
