// SPDX-License-Identifier: MIT
using System.Text;
using Bulkhead.Abi;
using Bulkhead.Native;
using Bulkhead.Partitions.Manager;

namespace Bulkhead.Partitions.Tests.Manager;

/// <summary>Reports of exceptions that nobody catches.</summary>
public sealed class UnhandledTests
{
    private const ulong Place = 0x40_1234;

    [Fact]
    public void A_report_names_type_method_line_and_message() =>
        Assert.Equal(
            "failing: unhandled System.FormatException in Failing.Program.Main "
            + "(tests/failing/Program.cs:17): nobody catches this",
            Describe("System.FormatException", "Failing.Program.Main",
                "tests/failing/Program.cs", "nobody catches this"));

    [Theory]
    [InlineData("", "", "", "", "failing: unhandled exception at pc 0x401234")]
    [InlineData("A.B", "", "", "why", "failing: unhandled A.B at pc 0x401234: why")]
    [InlineData("A.B", "C.D", "", "why", "failing: unhandled A.B in C.D: why")]
    [InlineData("A.B", "C.D", "f.cs", "", "failing: unhandled A.B in C.D (f.cs:17)")]
    [InlineData("A.B", "C.D", "f.cs", "a\nb\u001b[2Jc\u007f",
        "failing: unhandled A.B in C.D (f.cs:17): a?b?[2Jc?")]
    [InlineData("A.B", "C.D", "f.cs", "\u0141\u00df\uff41\ud83d\ude00",
        "failing: unhandled A.B in C.D (f.cs:17): ?????")]
    [InlineData("A\r\n", "C\t", "\0", "", "failing: unhandled A?? in C? (?:17)")]
    public void What_is_missing_or_not_printable(
        string type, string method, string file, string text, string expected) =>
        Assert.Equal(expected, Describe(type, method, file, text));

    [Fact]
    public void Long_names_lose_their_beginning_and_long_messages_their_end()
    {
        string line = Describe(
            new string('t', 60) + ".Type", new string('m', 60) + ".Method", "f.cs",
            new string('x', 100));
        Assert.Contains($"unhandled ..{new string('t', 33)}.Type in ", line);
        Assert.Contains($" in ..{new string('m', 39)}.Method (f.cs:17): ", line);
        Assert.EndsWith("x..", line);
        Assert.Equal(UnhandledText.BytesMax - UnhandledText.EndBytes, line.Length);
    }

    [Fact]
    public void The_end_of_the_line_always_has_room()
    {
        byte[] page = new byte[4096];
        for (int index = 0; index < page.Length; index += 2) page[index] = (byte)'a';
        byte[] name = new byte[PartitionName.BytesMax];
        Array.Fill(name, (byte)'n');
        Message message = Report(80, 160, 240, 256);
        message.Words[UnhandledWord.Line] = ulong.MaxValue;
        TextBuffer line = default;
        UnhandledText.Describe(ref line, name, in message, page);
        line.Append((byte)';');
        FaultText.DescribeEnd(ref line, name, 1);
        Assert.EndsWith("n thread stopped; the others go on\n", TextOf(ref line));
    }

    [Theory]
    [InlineData(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue)]
    [InlineData(ulong.MaxValue, 0ul, 5ul, 1ul)]
    [InlineData(255ul, 256ul, 257ul, 1ul << 63)]
    [InlineData(1ul << 32, 1ul << 31, 1ul << 33, 4ul)]
    [InlineData(9ul, 8ul, 7ul, 6ul)]
    public void Impossible_lengths_are_harmless(
        ulong typeEnd, ulong methodEnd, ulong fileEnd, ulong textEnd)
    {
        foreach (uint words in new uint[] { 0, 1, 32, MessageDescriptor.WordsMax, 0x3ff })
        {
            Message message = Report(typeEnd, methodEnd, fileEnd, textEnd);
            message.Descriptor = new MessageDescriptor(
                (uint)ManagerProtocol.UnhandledException, words);
            TextBuffer line = default;
            UnhandledText.Describe(ref line, "failing"u8, in message, new byte[4096]);
            string text = TextOf(ref line);
            Assert.StartsWith("failing: unhandled ", text);
            Assert.All(text, c => Assert.InRange(c, ' ', '~'));
        }
    }

    [Fact]
    public void Words_that_were_not_sent_are_not_looked_at()
    {
        Message message = Report(3, 3, 3, 100);
        message.Descriptor = new MessageDescriptor(
            (uint)ManagerProtocol.UnhandledException, 2);
        byte[] page = Encoding.Unicode.GetBytes("A.Bwhy: not this, which was here before");
        TextBuffer line = default;
        UnhandledText.Describe(ref line, "failing"u8, in message, page);
        Assert.Equal("failing: unhandled A.B at pc 0x401234: why: ", TextOf(ref line));
    }

    [Fact]
    public void A_note_is_its_threads()
    {
        UnhandledNote note = default;
        TextBuffer line = default;
        Assert.False(note.TryTake(0, 0, ref line));
        note.Keep(3, 2, "failing: unhandled A.B"u8);
        Assert.False(note.TryTake(4, 2, ref line));
        Assert.False(note.TryTake(3, UnhandledWord.Server, ref line));
        Assert.True(note.IsWaiting);
        Assert.True(note.TryTake(3, 2, ref line));
        Assert.Equal("failing: unhandled A.B", TextOf(ref line));
        Assert.False(note.TryTake(3, 2, ref line));
    }

    [Theory]
    [InlineData(FaultKind.Breakpoint, 0xf200_0108ul, true)]
    [InlineData(FaultKind.Breakpoint, 0xf200_0101ul, false)]
    [InlineData(FaultKind.DataAccess, 0xf200_0108ul, false)]
    public void Only_its_own_breakpoint_ends_a_report(
        FaultKind kind, ulong syndrome, bool isEnd)
    {
        Message message = default;
        message.Words[FaultWord.Kind] = (ulong)kind;
        message.Words[FaultWord.Syndrome] = syndrome;
        Assert.Equal(isEnd, FaultText.IsUnhandled(in message));
    }

    private static Message Report(
        ulong typeEnd, ulong methodEnd, ulong fileEnd, ulong textEnd)
    {
        Message message = default;
        uint words = (uint)((Math.Min(textEnd, UnhandledWord.TextCharsMax) + 3) / 4);
        message.Descriptor = new MessageDescriptor(
            (uint)ManagerProtocol.UnhandledException, words);
        message.Words[UnhandledWord.Place] = Place;
        message.Words[UnhandledWord.Line] = 17;
        message.Words[UnhandledWord.TypeEnd] = typeEnd;
        message.Words[UnhandledWord.MethodEnd] = methodEnd;
        message.Words[UnhandledWord.FileEnd] = fileEnd;
        message.Words[UnhandledWord.TextEnd] = textEnd;
        return message;
    }

    private static string Describe(string type, string method, string file, string text)
    {
        byte[] page = new byte[4096];
        Encoding.Unicode.GetBytes(type + method + file + text, page);
        int methodEnd = type.Length + method.Length;
        int fileEnd = methodEnd + file.Length;
        Message message = Report(
            (ulong)type.Length, (ulong)methodEnd, (ulong)fileEnd, (ulong)(fileEnd + text.Length));
        TextBuffer line = default;
        UnhandledText.Describe(ref line, "failing"u8, in message, page);
        return TextOf(ref line);
    }

    private static string TextOf(ref TextBuffer line) => Encoding.ASCII.GetString(line.Text);
}
