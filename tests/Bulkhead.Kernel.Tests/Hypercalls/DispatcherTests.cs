// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Hypercalls;

public class DispatcherTests
{
    [Fact]
    [Verifies("R-STATE-2", "I36")]
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
    [Verifies("R-RESIDUE-2", "I14")]
    public void Scratch_registers_come_back_clear()
    {
        using KernelHarness kernel = new();
        ref var context = ref kernel.Root.In(ref kernel.State);
        for (int register = 10; register < 31; register++) context.Frame[register] = 7;
        CallResult result = kernel.Call(Hypercall.SystemInfo, 0);
        for (int register = 10; register < 18; register++) Assert.Equal(0ul, result[register]);
        for (int register = 18; register < 31; register++) Assert.Equal(7ul, result[register]);
    }

    [Fact]
    public void A_thread_that_destroys_itself_by_a_detour_is_gone()
    {
        using KernelHarness kernel = new();
        uint domain = kernel.CreateDomain();
        kernel.Delegate(domain, domain, Rights.DomainAll, 10);
        uint first = kernel.StartThread(50, domain);
        Link<ExecutionContext> creator = kernel.ContextOf(first);
        kernel.ParkRoot();
        // The thread makes a domain, and a thread there, which in turn makes a second thread here.
        kernel.Call(creator, Hypercall.CreateDomain, 20, 10, new DomainQuota(8, 8).Value)
            .Succeeds();
        kernel.Call(creator, Hypercall.Delegate, 10, 20, 30, (ulong)Rights.DomainAll).Succeeds();
        kernel.Call(creator, Hypercall.CreateThread, 21, 20, NativeLayout.Utcb,
            KernelHarness.Stack, KernelHarness.Entry).Succeeds();
        kernel.Call(creator, Hypercall.CreateSchedulingContext, 22, 21, 60);
        Link<ExecutionContext> stranger = kernel.Current;
        ulong utcb = kernel.FreeUtcb();
        kernel.Call(stranger, Hypercall.CreateThread, 40, 30, utcb, KernelHarness.Stack,
            KernelHarness.Entry).Succeeds();
        kernel.Call(stranger, Hypercall.CreateSchedulingContext, 41, 40, 70);
        Link<ExecutionContext> second = kernel.Current;
        Assert.NotEqual(stranger, second);
        // Its first capability lies in the domain that it now destroys.
        kernel.Call(second, Hypercall.Revoke, 20, 1);
        Assert.Equal(ObjectKind.None, second.In(ref kernel.State).Header.Kind);
        Assert.Equal(ObjectKind.None, stranger.In(ref kernel.State).Header.Kind);
        kernel.AssertCurrent(creator);
    }
}
