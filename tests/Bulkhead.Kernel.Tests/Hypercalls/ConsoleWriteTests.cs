// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Hypercalls;

public class ConsoleWriteTests
{
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
}
