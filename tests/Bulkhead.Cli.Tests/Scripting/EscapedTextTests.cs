// SPDX-License-Identifier: MIT
using Bulkhead.Cli.Scripting;

namespace Bulkhead.Cli.Tests.Scripting;

public sealed class EscapedTextTests
{
    [Theory]
    [InlineData(@"ls\n", new byte[] { 0x6c, 0x73, 0x0a })]
    [InlineData(@"\r\t\e\\", new byte[] { 0x0d, 0x09, 0x1b, 0x5c })]
    [InlineData(@"\x01\xfF", new byte[] { 0x01, 0xff })]
    [InlineData("ä", new byte[] { 0xc3, 0xa4 })]
    [InlineData("🚢", new byte[] { 0xf0, 0x9f, 0x9a, 0xa2 })]
    [InlineData("", new byte[0])]
    public void Resolves_escapes(string text, byte[] bytes) =>
        Assert.Equal(bytes, EscapedText.Parse(text));

    [Theory]
    [InlineData(@"\")]
    [InlineData(@"\q")]
    [InlineData(@"\x1")]
    [InlineData(@"\xzz")]
    public void Refuses_unknown_escapes(string text) =>
        Assert.Throws<FormatException>(() => EscapedText.Parse(text));
}
