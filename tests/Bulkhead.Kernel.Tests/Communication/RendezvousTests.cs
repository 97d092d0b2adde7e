// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Communication;

/// <summary>Busy servers and who runs them.</summary>
public class RendezvousTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Verifies("R-STATE-4", "I21")]
    public void A_busy_server_runs_with_its_helpers_priority(bool usesFastPath)
    {
        using KernelHarness kernel = new(usesFastPath: usesFastPath);
        uint gate = kernel.CreateSemaphore();
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server);
        Link<ExecutionContext> link = kernel.ContextOf(server);
        Link<ExecutionContext> high = kernel.ContextOf(kernel.StartThread(30));
        Link<ExecutionContext> middle = kernel.ContextOf(kernel.StartThread(20));
        Link<ExecutionContext> low = kernel.ContextOf(kernel.StartThread(10));
        kernel.ParkRoot();
        kernel.Wait(high, gate);
        kernel.Wait(middle, gate);
        kernel.CallPortal(low, portal, 1);
        kernel.Call(link, Hypercall.SemaphoreUp, gate);
        kernel.AssertCurrent(high);
        kernel.CallPortal(high, portal, 2);
        // Not the middle thread, which the wake-up of the server could starve, but the server
        // itself.
        kernel.AssertCurrent(link);
        Assert.Equal(1u, link.In(ref kernel.State).HelperCount);
        kernel.Call(link, Hypercall.SemaphoreUp, gate);
        kernel.AssertCurrent(link);
        kernel.Reply(link, 100);
        kernel.AssertCurrent(link);
        Assert.Equal(2ul, kernel.ResultOf(link)[2]);
        Assert.Equal(0u, link.In(ref kernel.State).HelperCount);
        kernel.Reply(link, 200);
        kernel.AssertCurrent(high);
        Assert.Equal(200ul, kernel.ResultOf(high).Succeeds()[2]);
        kernel.Wait(high, gate);
        kernel.AssertCurrent(middle);
        kernel.Wait(middle, gate);
        Assert.Equal(100ul, kernel.ResultOf(low).Succeeds()[2]);
        Assert.Equal(1, kernel.Processor.RestartCount);
    }

    [Fact]
    public void Help_reaches_through_a_chain_of_calls()
    {
        using KernelHarness kernel = new();
        uint gate = kernel.CreateSemaphore();
        uint first = kernel.CreateServer(), second = kernel.CreateServer();
        uint toFirst = kernel.CreatePortal(first), toSecond = kernel.CreatePortal(second);
        Link<ExecutionContext> high = kernel.ContextOf(kernel.StartThread(30));
        Link<ExecutionContext> low = kernel.ContextOf(kernel.StartThread(10));
        kernel.ParkRoot();
        kernel.Wait(high, gate);
        kernel.CallPortal(low, toFirst);
        kernel.CallPortal(kernel.ContextOf(first), toSecond);
        kernel.Call(kernel.ContextOf(second), Hypercall.SemaphoreUp, gate);
        kernel.CallPortal(high, toFirst);
        kernel.AssertCurrent(kernel.ContextOf(second));
        kernel.Reply(kernel.ContextOf(second));
        kernel.AssertCurrent(kernel.ContextOf(first));
        kernel.Reply(kernel.ContextOf(first));
        kernel.AssertCurrent(kernel.ContextOf(first));
        kernel.Reply(kernel.ContextOf(first));
        kernel.AssertCurrent(high);
    }

    [Fact]
    public void Several_helpers_are_served_by_priority()
    {
        using KernelHarness kernel = new();
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server);
        Link<ExecutionContext> link = kernel.ContextOf(server);
        uint[] gates = [.. Enumerable.Range(0, 4).Select(_ => kernel.CreateSemaphore())];
        Link<ExecutionContext>[] threads =
            [.. Enumerable.Range(0, 4)
                .Select(index => kernel.ContextOf(kernel.StartThread((byte)(10 * (index + 1)))))];
        kernel.ParkRoot();
        for (int index = 3; index > 0; index--) kernel.Wait(threads[index], gates[index]);
        kernel.CallPortal(threads[0], portal, 0);
        for (int index = 1; index < 4; index++)
        {
            kernel.Call(link, Hypercall.SemaphoreUp, gates[index]);
            kernel.CallPortal(threads[index], portal, (ulong)index);
            kernel.AssertCurrent(link);
        }
        Assert.Equal(3u, link.In(ref kernel.State).HelperCount);
        List<ulong> served = [];
        while (served.Count < 4)
        {
            served.Add(kernel.ResultOf(link)[2]);
            kernel.Reply(link);
            if (kernel.Current != link && served.Count < 4) kernel.Wait(kernel.Current, gates[0]);
        }
        Assert.Equal([0, 3, 2, 1], served);
    }

    [Fact]
    public void A_helper_sleeps_when_the_server_does()
    {
        using KernelHarness kernel = new();
        uint gate = kernel.CreateSemaphore(), event1 = kernel.CreateSemaphore();
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server);
        Link<ExecutionContext> link = kernel.ContextOf(server);
        Link<ExecutionContext> high = kernel.ContextOf(kernel.StartThread(30));
        Link<ExecutionContext> low = kernel.ContextOf(kernel.StartThread(10));
        Link<ExecutionContext> lowest = kernel.ContextOf(kernel.StartThread(5));
        kernel.ParkRoot();
        kernel.Wait(high, gate);
        kernel.CallPortal(low, portal);
        kernel.Wait(link, event1);
        kernel.Call(lowest, Hypercall.SemaphoreUp, gate);
        kernel.CallPortal(high, portal);
        kernel.AssertCurrent(lowest);
        kernel.Call(lowest, Hypercall.SemaphoreUp, event1);
        kernel.AssertCurrent(link);
    }

    [Fact]
    public void Another_cpus_server_cannot_be_called()
    {
        using KernelHarness kernel = new();
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server);
        ref ExecutionContext context = ref kernel.ContextOf(server).In(ref kernel.State);
        context.Cpu =
            Link<Bulkhead.Kernel.Scheduling.Cpu>.To(ref kernel.State, ref kernel.State.Cpus[1]);
        ulong accepted = context.AcceptKey;
        context.AcceptKey = 0;
        ref ExecutionContext root = ref kernel.Root.In(ref kernel.State);
        root.Frame[0] = portal;
        root.Frame[1] = 0;
        kernel.Processor.Hypercall(Hypercall.Call);
        Assert.Equal(Status.BadCpu, kernel.ResultOf(kernel.Root).Status);
        context.AcceptKey = accepted;
    }
}
