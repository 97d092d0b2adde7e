// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Hypercalls;

public class DispatcherTests
{
    [Fact]
    public void Every_number_without_a_hypercall_is_refused()
    {
        using KernelHarness kernel = new();
        HashSet<Hypercall> known = [.. Enum.GetValues<Hypercall>()];
        known.Remove(Hypercall.None);
        for (int number = 0; number < 2048; number++)
        {
            Hypercall hypercall = (Hypercall)number;
            if (known.Contains(hypercall)) continue;
            kernel.Call(hypercall, 1, 2, 3).Refuses(Status.BadHypercall, Reason.UnknownHypercall);
        }
        kernel.Call((Hypercall)65535).Refuses(Status.BadHypercall, Reason.UnknownHypercall);
    }

    [Fact]
    public void Every_hypercall_has_an_answer_of_its_own()
    {
        using KernelHarness kernel = new();
        foreach (Hypercall hypercall in Enum.GetValues<Hypercall>())
        {
            if (hypercall == Hypercall.None) continue;
            Assert.NotEqual(Status.BadHypercall, kernel.Call(hypercall, 250, 250, 250).Status);
        }
    }

    [Fact]
    public void Scratch_registers_come_back_clear()
    {
        using KernelHarness kernel = new();
        ref var context = ref kernel.Root.In(ref kernel.State);
        for (int register = 10; register < 31; register++) context.Frame[register] = 7;
        CallResult result = kernel.Call(Hypercall.SystemInfo, 0);
        for (int register = 10; register < 18; register++) Assert.Equal(0ul, result[register]);
        for (int register = 18; register < 31; register++) Assert.Equal(7ul, result[register]);
    }
}
