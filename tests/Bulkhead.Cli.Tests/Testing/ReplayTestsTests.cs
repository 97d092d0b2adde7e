// SPDX-License-Identifier: MIT
using Bulkhead.Cli.Testing;

namespace Bulkhead.Cli.Tests.Testing;

public class ReplayTestsTests
{
    [Fact]
    public void A_script_says_how_many_traces_and_the_first_seed() =>
        Assert.Equal(new ReplayTests(100, 7), ScriptFile.Parse("replay 100 7").Replays);

    [Fact]
    public void A_script_says_how_many_simulations_follow() => Assert.Equal(
        new ReplayTests(100, 7, 50), ScriptFile.Parse("replay 100 7 50").Replays);

    [Theory]
    [InlineData("100")]
    [InlineData("0 7")]
    [InlineData("many 7")]
    [InlineData("100 -1")]
    [InlineData("100 7 0")]
    [InlineData("100 7 9 1")]
    public void Anything_else_is_refused(string text) =>
        Assert.Throws<FormatException>(() => ReplayTests.Parse(text));
}
