// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Tests.Events;

public class EventTextTests
{
    [Theory]
    [InlineData("Hypercall Delegate 10 0 11 f0")]
    [InlineData("Hypercall 4711")]
    [InlineData("GuestExit Mmio 9000000 1")]
    [InlineData("Raise@2 40")]
    [InlineData("Elapse 0 ffffffffffffffff")]
    public void A_line_becomes_an_event_and_the_same_line(string line) =>
        Assert.Equal(line, EventText.Format(EventText.Parse(line)));

    [Theory]
    [InlineData("", "not an event")]
    [InlineData("Jump 1", "unknown kind")]
    [InlineData("Raise@9 40", "no such CPU")]
    [InlineData("Hypercall Nonsense", "unknown detail")]
    [InlineData("Raise 40 xyz", "no hexadecimal word")]
    [InlineData("Hypercall 1 0 1 2 3 4 5 6 7 8 9 a", "not an event")]
    public void A_line_that_is_no_event_is_refused_with_a_reason(string line, string reason) =>
        Assert.Contains(
            reason, Assert.Throws<FormatException>(() => EventText.Parse(line)).Message);
}
