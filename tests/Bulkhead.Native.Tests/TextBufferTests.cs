// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text;
using Bulkhead.Native;
using FsCheck;
using FsCheck.Fluent;

namespace Bulkhead.Native.Tests;

public sealed class TextBufferTests
{
    [Fact]
    public void Decimal_IsTheInvariantText() => Prop.ForAll<ulong>(value =>
    {
        var buffer = default(TextBuffer);
        buffer.AppendDecimal(value);
        return TextOf(ref buffer) == value.ToString(CultureInfo.InvariantCulture);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, "0x0")]
    [InlineData(0x1f, "0x1f")]
    [InlineData(0x10, "0x10")]
    [InlineData(ulong.MaxValue, "0xffffffffffffffff")]
    public void Hex_HasNoLeadingZeros(ulong value, string expected)
    {
        var buffer = default(TextBuffer);
        buffer.AppendHex(value);
        Assert.Equal(expected, TextOf(ref buffer));
    }

    [Theory]
    [InlineData(0ul)]
    [InlineData(9ul)]
    [InlineData(10ul)]
    [InlineData(99ul)]
    [InlineData(100ul)]
    [InlineData(ulong.MaxValue)]
    public void Decimal_Boundaries(ulong value)
    {
        var buffer = default(TextBuffer);
        buffer.AppendDecimal(value);
        Assert.Equal(value.ToString(CultureInfo.InvariantCulture), TextOf(ref buffer));
    }

    [Fact]
    public void Full_DropsTheRestButKeepsTheLineEnd()
    {
        var buffer = default(TextBuffer);
        for (int count = 0; count < TextBuffer.BytesMax + 10; count++) buffer.Append((byte)'x');
        buffer.AppendDecimal(12345);
        buffer.EndLine();
        Assert.Equal(new string('x', TextBuffer.BytesMax - 1) + "\n", TextOf(ref buffer));
    }

    [Fact]
    public void Clear_StartsAnew()
    {
        var buffer = default(TextBuffer);
        buffer.Append("old"u8);
        buffer.Clear();
        buffer.Append("new"u8);
        Assert.Equal("new", TextOf(ref buffer));
    }

    private static string TextOf(ref TextBuffer buffer) => Encoding.UTF8.GetString(buffer.Text);
}
