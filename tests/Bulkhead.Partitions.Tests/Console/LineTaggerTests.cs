// SPDX-License-Identifier: MIT
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Bulkhead.Partitions.Tests.Console;

public sealed class LineTaggerTests
{
    private const int A = TaggerFixture.A;
    private const int B = TaggerFixture.B;

    [Fact]
    public void WholeLines_GetTheirTag() =>
        Assert.Equal(
            "[a] one\r\n[b] two\r\n",
            new TaggerFixture().Write(A, "one\n").Write(B, "two\r\n").Text);

    [Fact]
    public void Manager_HasATagOfItsOwn() =>
        Assert.Equal("[manager] hi\r\n", new TaggerFixture().Write(16, "hi\n").Text);

    [Fact]
    public void PartialLine_IsShownAtOnce() =>
        Assert.Equal("[a] / # ", new TaggerFixture().Write(A, "/ # ").Text);

    [Fact]
    public void OtherLine_GoesAboveTheFocusedPartialOne()
    {
        TaggerFixture fixture = new TaggerFixture(A)
            .Write(A, "/ # l").Write(B, "tick\n").Write(B, "tock\n").Write(A, "s");
        Assert.Equal(["[b] tick", "[b] tock", "[a] / # ls"], fixture.Terminal.Rows);
    }

    [Fact]
    public void OtherLine_LeavesAnUnfocusedPartialOneStanding() =>
        Assert.Equal(
            "[a] last words\r\n[b] tick\r\n",
            new TaggerFixture().Write(A, "last words").Write(B, "tick\n").Text);

    [Fact]
    public void UnfocusedPartialLine_ComesBackWholeWhenItEnds() =>
        Assert.Equal(
            "[a] hel\r\n[b] tick\r\n[a] hello\r\n",
            new TaggerFixture().Write(A, "hel").Write(B, "tick\n").Write(A, "lo\n").Text);

    [Fact]
    public void UnfocusedPartialLine_DoesNotDisturbTheShownOne() =>
        Assert.Equal("[a] / # ", new TaggerFixture(A).Write(A, "/ # ").Write(B, "dots..").Text);

    [Fact]
    public void FocusedPartialLine_TakesTheDisplay() =>
        Assert.Equal(
            "[b] dots\r\n[a] $", new TaggerFixture(A).Write(B, "dots").Write(A, "$").Text);

    [Fact]
    public void FocusSwitch_ShowsThePendingLine() =>
        Assert.Equal(
            "[a] x\r\n[b] y",
            new TaggerFixture(A).Write(A, "x").Write(B, "y").Focus(B).Text);

    [Fact]
    public void CarriageReturn_PrintsTheTagAgain()
    {
        TaggerFixture fixture = new TaggerFixture().Write(A, "50 %\r100 %");
        Assert.Equal("[a] 50 %\r[a] 100 %", fixture.Text);
        Assert.Equal(["[a] 100 %"], fixture.Terminal.Rows);
    }

    [Fact]
    public void Backspace_StaysInTheOwnText()
    {
        TaggerFixture fixture = new TaggerFixture().Write(A, "ab\b\b\b\b\bX");
        Assert.Equal(["[a] Xb"], fixture.Terminal.Rows);
    }

    [Fact]
    public void CursorKeys_StayInTheOwnText()
    {
        TaggerFixture fixture = new TaggerFixture().Write(
            A, "abc\u001b[99DX\u001b[99CY\u001b[2D\u001b[K");
        Assert.Equal(["[a] Xb"], fixture.Terminal.Rows);
    }

    [Fact]
    public void InterruptedEditing_KeepsTheCursor()
    {
        TaggerFixture fixture = new TaggerFixture(A)
            .Write(A, "/ # abc\b\b").Write(B, "tick\n").Write(A, "X");
        Assert.Equal("[a] / # aXc", fixture.Terminal.Rows[^1]);
        Assert.Equal(10, fixture.Terminal.Column);
    }

    [Fact]
    public void WideCharacters_AreABarrierForTheCursor()
    {
        // Nobody knows how wide the first one is: going back over it could reach the tag.
        TaggerFixture fixture = new TaggerFixture().Write(A, "\u4e2dab\b\b\b\b\bX");
        Assert.Equal(["[a] \u4e2d Xb"], fixture.Terminal.Rows);
    }

    [Fact]
    public void LongLine_IsBrokenAndTaggedAgain()
    {
        TaggerFixture fixture = new TaggerFixture(columns: 80).Write(A, new string('x', 200));
        Assert.Equal(3, fixture.Terminal.Rows.Count);
        Assert.All(fixture.Terminal.Rows, row => Assert.StartsWith("[a] x", row));
        Assert.All(fixture.Terminal.Rows, row => Assert.True(row.Length <= 80));
    }

    [Fact]
    public void Colours_AreResetAtTheLineEnd() =>
        Assert.Equal(
            "[a] \u001b[0;1;31mred\u001b[0m\r\n[b] plain\r\n",
            new TaggerFixture().Write(A, "\u001b[1;31mred\n").Write(B, "plain\n").Text);

    [Fact]
    public void Colours_SurviveAnInterruption() =>
        Assert.EndsWith(
            "[a] \u001b[0;92mok", new TaggerFixture(A).Write(A, "\u001b[92mok").Write(B, "b\n").Text);

    [Fact]
    public void EmptyLines_AreLines() =>
        Assert.Equal("[a] \r\n[a] \r\n", new TaggerFixture().Write(A, "\n\r\n").Text);

    [Fact]
    public void ForgedTag_StaysBehindTheOwnTag()
    {
        TaggerFixture fixture = new TaggerFixture()
            .Write(
                A,
                "\r[b] fake\n\u001b[1A\u001b[2K[b] fake\n\u001b[H[b] fake\n\u009b1A[b] fake\n\v[b] x\n");
        Assert.All(fixture.Terminal.Rows.SkipLast(1), row => Assert.StartsWith("[a] ", row));
    }

    [Fact]
    public void AnyBytes_NeverLeaveTheirClientsLines() =>
        Prop.ForAll(Scripts(), script =>
        {
            var fixture = new TaggerFixture(script.Focus);
            foreach ((bool isA, byte[] bytes) in script.Writes)
            {
                if (isA) fixture.Write(A, bytes);
                else fixture.Write(B, "BB\b\r\nB");
            }
            return fixture.Terminal.Rows.All(IsOfOneClient);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static bool IsOfOneClient(string row) =>
        row.Length == 0
        || (row.StartsWith("[a] ", StringComparison.Ordinal) && !row.Contains('B'))
        || (row.StartsWith("[b] ", StringComparison.Ordinal) && row[4..].All(c => c is 'B' or ' '));

    private static Arbitrary<(int Focus, (bool IsA, byte[] Bytes)[] Writes)> Scripts()
    {
        Gen<byte[]> piece = Gen.OneOf(
            Gen.Elements(
                "\u001b[", "\u001b]0;", "\u001b\\",
                "\u001b[1A", "\u001b[5D", "\u001b[3C", "\u001b[K",
                "\u001b[H", "\r", "\n", "\b\b\b\b\b\b\b\b", "\t", "[b] ", "xyz", "\u4e2d", "\u0301",
                "\u202e", "\u009b2J", "\u001bP", "\u001b[38;5;1m", "\u001b[31m", "\u00e9")
                .Select(Encoding.UTF8.GetBytes),
            Gen.Choose(0, 255).Where(value => value != 'B').ArrayOf(4)
                .Select(values => values.Select(value => (byte)value).ToArray()));
        Gen<(bool, byte[])> write =
            from isA in Gen.Elements(true, true, false)
            from pieces in piece.ListOf()
            select (isA, pieces.SelectMany(bytes => bytes).ToArray());
        return (from focus in Gen.Choose(-1, 1)
                from writes in write.ArrayOf()
                select (focus, writes)).ToArbitrary();
    }
}
