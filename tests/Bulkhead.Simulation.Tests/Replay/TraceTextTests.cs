// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Replay;

namespace Bulkhead.Simulation.Tests.Replay;

public class TraceTextTests
{
    [Fact]
    public void A_trace_becomes_text_and_the_same_trace()
    {
        string text = TraceText.Format(Traces.Generate(3));
        Assert.Equal(text, TraceText.Format(TraceText.Parse(text)));
        Assert.Null(HostReplay.Verify(TraceText.Parse(text)));
    }

    [Theory]
    [InlineData("bulkhead-trace 1", "bulkhead-trace 2", "no trace")]
    [InlineData("seed", "seat", "should begin with")]
    [InlineData("follower ", "follower 1 ", "no follower")]
    [InlineData("Hypercall Map", "Hypercall Mop", "unknown detail")]
    [InlineData(" = ", " : ", "no event with its outcome")]
    [InlineData(" # ", " # x", "no hexadecimal word")]
    public void Text_that_is_no_trace_is_refused_with_a_reason(
        string part, string instead, string reason)
    {
        string text = TraceText.Format(Traces.Generate(3));
        string damaged = text.Replace(part, instead, StringComparison.Ordinal);
        Assert.NotEqual(text, damaged);
        Assert.Contains(
            reason, Assert.Throws<FormatException>(() => TraceText.Parse(damaged)).Message);
    }
}
