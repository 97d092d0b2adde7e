// SPDX-License-Identifier: MIT
using System.Text;
using System.Text.RegularExpressions;
using Bulkhead.Cli.Scripting;

namespace Bulkhead.Cli.Tests.Scripting;

public sealed class ConsoleViewTests
{
    [Fact]
    public void Sees_lines_and_the_unfinished_one_and_uses_them_up()
    {
        ConsoleView view = new(null);
        Feed(view, "one\r\ntwo\r\nprompt # ");
        Assert.True(Takes(view, "^two$"));
        Assert.False(Takes(view, "one"));
        Assert.True(Takes(view, "# $"));
        Assert.False(Takes(view, "# $"));
        Feed(view, "ls\r\nfile\r\nprompt # ");
        Assert.False(Takes(view, "^ls"));
        Assert.True(Takes(view, @"^file\nprompt # "));
    }

    [Fact]
    public void Sees_only_the_lines_of_its_partition_without_tags()
    {
        ConsoleView view = new("linux");
        Feed(view, "boot\r\n[control] secret\r\n[linux] hel");
        Assert.False(Takes(view, "secret|boot|linux"));
        Feed(view, "lo\r\n[linux]\r\n[linux] [control] fake\r\n");
        Assert.True(Takes(view, @"^hello\n\n"));
        Assert.True(Takes(view, @"^\[control\] fake$"));
        Assert.True(view.HasTaggedLine);
    }

    [Fact]
    public void Sees_what_a_terminal_shows()
    {
        ConsoleView view = new(null);
        Feed(view, "\x1b[1;32mgreen\x1b[0m\r\n");
        Assert.True(Takes(view, "^green$"));
        Feed(view, "abcdef\r\x1b[Kxy\b\bz\x1b[6n\r\n");
        Assert.True(Takes(view, "^zy$"));
        Feed(view, "[linux] ab\r[linux] abc\x1b[2Dxx\x1b[3Cz\r\n");
        Assert.True(Takes(view, @"^\[linux\] axx   z$"));
    }

    [Fact]
    public void Characters_and_sequences_may_be_split_anywhere()
    {
        ConsoleView view = new("p");
        foreach (byte value in Encoding.UTF8.GetBytes("[p] input \u2192 linux\x1b[3m!\r\n"))
        {
            view.Feed([value]);
        }

        Assert.True(Takes(view, "^input \u2192 linux!$"));
    }

    [Fact]
    public void A_line_that_another_partition_broke_off_is_seen_again()
    {
        ConsoleView view = new("linux");
        Feed(view, "[linux] ~ # ");
        Assert.True(Takes(view, "# $"));
        Feed(view, "\r\n[control] tick\r\n[linux] ~ # ls");
        Assert.True(Takes(view, "# ls$"));
    }

    [Fact]
    public void Remembers_what_was_seen_last()
    {
        ConsoleView view = new("p");
        Feed(view, string.Concat(Enumerable.Range(0, 40).Select(i => $"[p] {i}\n[q] x\n")));
        Feed(view, "[p] e");
        Assert.Equal(16, view.RecentLines.Count);
        Assert.Equal("39", view.RecentLines[^2]);
        Assert.Equal("e", view.RecentLines[^1]);
    }

    [Fact]
    public void Damaged_output_does_no_harm()
    {
        ConsoleView view = new(null);
        byte[] noise = new byte[100_000];
        new Random(1).NextBytes(noise);
        view.Feed(noise);
        Feed(view, "\x1b[" + new string('1', 100) + "\r\nend\n");
        Assert.True(Takes(view, "^end$"));
    }

    private static void Feed(ConsoleView view, string text) =>
        view.Feed(Encoding.UTF8.GetBytes(text));

    private static bool Takes(ConsoleView view, string pattern) =>
        view.TryTake(new Regex(pattern, RegexOptions.Multiline));
}
