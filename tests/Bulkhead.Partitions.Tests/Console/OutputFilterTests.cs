// SPDX-License-Identifier: MIT
using System.Text;
using Bulkhead.Partitions.Console;

namespace Bulkhead.Partitions.Tests.Console;

public sealed class OutputFilterTests
{
    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("gr\u00fc\u00df \u20ac \ud83d\ude00", "gr\u00fc\u00df \u20ac \ud83d\ude00")]
    [InlineData("a\u0007\u000b\u000c\u000e\u000fb", "ab")]
    [InlineData("a\u0085\u009bHb", "aHb")]
    [InlineData("a\u007fb", "ab")]
    [InlineData("a\u202e\u2066\u200f\u061cb", "ab")]
    [InlineData("a\u2028\u2029b", "ab")]
    [InlineData("a\u001b[2Jb\u001b[10;5Hc\u001bcd", "abcd")]
    [InlineData("a\u001b[6nb\u001b[?25lc\u001b[!pd", "abcd")]
    [InlineData("a\u001b]0;title\u0007b\u001b]0;title\u001b\\c", "abc")]
    [InlineData("a\u001bPq#0\u001b\\b\u001b_x\u001b\\c\u001b^y\u001b\\d\u001bXz\u001b\\e", "abcde")]
    [InlineData("a\u001b(Bb\u001b#8c", "abc")]
    [InlineData("a\u001b]never ends\nb", "a\nb")]
    [InlineData("a\u001b[12\nb", "a\nb")]
    public void Text_IsWhatRemains(string input, string expected) =>
        Assert.Equal(expected, Filter(Encoding.UTF8.GetBytes(input)));

    [Theory]
    [InlineData(new byte[] { 0xc3, 0x28 }, "(")]
    [InlineData(new byte[] { 0xc0, 0xaf }, "")]
    [InlineData(new byte[] { 0xe0, 0x80, 0x9b }, "")]
    [InlineData(new byte[] { 0xed, 0xa0, 0x80 }, "")]
    [InlineData(new byte[] { 0xf4, 0x90, 0x80, 0x80 }, "")]
    [InlineData(new byte[] { 0x9b, 0x41 }, "A")]
    [InlineData(new byte[] { 0xff, 0xfe, 0x41 }, "A")]
    [InlineData(new byte[] { 0xe2, 0x82, 0x0a, 0xac }, "\n")]
    public void MalformedBytes_Vanish(byte[] input, string expected) =>
        Assert.Equal(expected, Filter(input));

    [Theory]
    [InlineData("\u001b[D", 4, 1)]
    [InlineData("\u001b[12D", 4, 12)]
    [InlineData("\b", 4, 1)]
    [InlineData("\u001b[3C", 5, 3)]
    [InlineData("\u001b[99999999999C", 5, 9999)]
    [InlineData("\u001b[K", 6, 0)]
    [InlineData("\u001b[0J", 6, 0)]
    [InlineData("\u001b[2K", 0, 0)]
    public void Moves(string input, int operation, uint operand)
    {
        TextEvent last = default;
        var filter = default(OutputFilter);
        foreach (byte value in Encoding.UTF8.GetBytes(input)) last = filter.Feed(value);
        Assert.Equal((TextOperation)operation, last.Operation);
        Assert.Equal(operand, last.Operand);
    }

    [Theory]
    [InlineData("\u001b[31m", 2, 0, false)]
    [InlineData("\u001b[1;32;44m", 3, 5, true)]
    [InlineData("\u001b[91;103m", 10, 12, false)]
    [InlineData("\u001b[31;1m\u001b[m", 0, 0, false)]
    [InlineData("\u001b[31m\u001b[39m", 0, 0, false)]
    [InlineData("\u001b[1m\u001b[22m", 0, 0, false)]
    [InlineData("\u001b[38;5;196;1m", 0, 0, true)]
    [InlineData("\u001b[48;2;1;2;31;1m", 0, 0, true)]
    [InlineData("\u001b[?31m", 0, 0, false)]
    [InlineData("\u001b[8;7;5m", 0, 0, false)]
    public void Styles(string input, uint foreground, uint background, bool isBold)
    {
        var filter = default(OutputFilter);
        foreach (byte value in Encoding.UTF8.GetBytes(input)) filter.Feed(value);
        Assert.Equal(foreground, filter.Style.Foreground);
        Assert.Equal(background, filter.Style.Background);
        Assert.Equal(isBold, filter.Style.IsBold);
    }

    private static string Filter(byte[] bytes)
    {
        var filter = default(OutputFilter);
        var text = new StringBuilder();
        foreach (byte value in bytes)
        {
            TextEvent action = filter.Feed(value);
            if (action.Operation == TextOperation.LineFeed) text.Append('\n');
            if (action.Operation != TextOperation.Character) continue;
            text.Append(new Rune(action.Operand).ToString());
        }
        return text.ToString();
    }
}
