// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Hypercalls;

public class ConsoleWriteTests
{
    private const ulong Text = 0x4847_4645_4443_4241;

    [Fact]
    public void The_boot_console_gets_exactly_the_bytes_that_were_counted()
    {
        using KernelHarness kernel = new();
        ulong[] words = [.. Enumerable.Range(0, 8)
            .Select(word => 0x4847_4645_4443_4241 + (0x0101_0101_0101_0101ul * 8 * (ulong)word))];
        string all = new([.. Enumerable.Range(0, 64).Select(index => (char)('A' + index))]);
        for (ulong count = 0; count <= 64; count++)
        {
            kernel.Machine.Console.Clear();
            kernel.Call(Hypercall.ConsoleWrite, [Selectors.System, count, .. words]).Succeeds();
            Assert.Equal(all[..(int)count], kernel.Machine.Console.ToString());
        }
        kernel.Call(Hypercall.ConsoleWrite, Selectors.System, 65)
            .Refuses(Status.BadParameter, Reason.BadArgument);
        kernel.Call(Hypercall.ConsoleWrite, Selectors.System, 1ul << 32)
            .Refuses(Status.BadParameter, Reason.BadArgument);
        kernel.Call(Hypercall.ConsoleWrite, Selectors.OwnDomain, 1)
            .Refuses(Status.BadCapability, Reason.RightMissing);
    }

    [Fact]
    public void An_interrupt_is_taken_after_every_fourth_byte()
    {
        using KernelHarness kernel = new();
        InterruptedCall call = new(kernel);
        int taken = 0;
        call.Make(
            _ => true, () => taken++, Hypercall.ConsoleWrite, Selectors.System, 18, Text, Text,
            Text).Succeeds();
        Assert.Equal(4, taken);
        Assert.Equal("ABCDEFGHABCDEFGHAB", kernel.Machine.Console.ToString());
    }

    [Fact]
    public void Without_an_interrupt_it_is_made_once()
    {
        using KernelHarness kernel = new();
        kernel.Call(Hypercall.ConsoleWrite, Selectors.System, 18, Text, Text, Text).Succeeds();
        Assert.Equal(0, kernel.Machine.RepeatCount);
    }

    [Fact]
    public void A_console_that_is_busy_is_asked_again_and_no_byte_is_lost()
    {
        using KernelHarness kernel = new();
        kernel.Machine.ConsoleBusyCount = 3;
        kernel.Call(Hypercall.ConsoleWrite, Selectors.System, 18, Text, Text, Text).Succeeds();
        Assert.Equal(3, kernel.Machine.RepeatCount);
        Assert.Equal("ABCDEFGHABCDEFGHAB", kernel.Machine.Console.ToString());
    }
}
