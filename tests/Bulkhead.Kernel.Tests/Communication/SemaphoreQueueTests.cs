// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Communication;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Communication;

[Verifies("R-RECOVERY-2", "I16", "I24")]
public class SemaphoreQueueTests
{
    [Fact]
    public void Waiters_are_served_first_in_first_out_whatever_leaves_in_between()
    {
        for (int seed = 0; seed < 25; seed++)
        {
            Random random = new(seed);
            using KernelHarness kernel = new();
            uint semaphore = kernel.CreateSemaphore();
            Dictionary<Link<ExecutionContext>, uint> threads = [];
            for (int index = 0; index < 6; index++)
            {
                uint selector = kernel.StartThread(10);
                threads[kernel.ContextOf(selector)] = selector;
            }
            List<Link<ExecutionContext>> model = [];
            kernel.ParkRoot();
            for (int step = 0; step < 40; step++)
            {
                if (!kernel.Current.IsNone && random.Next(2) == 0)
                {
                    Link<ExecutionContext> thread = kernel.Current;
                    bool isTimed = random.Next(3) == 0;
                    kernel.Wait(thread, semaphore, isTimed ? kernel.Now + 50 : ulong.MaxValue);
                    if (thread.In(ref kernel.State).State == ContextState.Waiting)
                    {
                        model.Add(thread);
                    }
                }
                else if (random.Next(4) == 0)
                {
                    kernel.Advance(60);
                    model.RemoveAll(
                        thread => thread.In(ref kernel.State).State != ContextState.Waiting);
                }
                else
                {
                    kernel.WakeRoot();
                    kernel.Call(Hypercall.SemaphoreUp, semaphore).Succeeds();
                    if (model.Count != 0)
                    {
                        Assert.Equal(ContextState.Ready, model[0].In(ref kernel.State).State);
                        model.RemoveAt(0);
                    }
                    kernel.ParkRoot();
                }
                Assert.All(model, thread =>
                    Assert.Equal(ContextState.Waiting, thread.In(ref kernel.State).State));
            }
        }
    }

    [Fact]
    public void A_waiter_of_higher_priority_preempts_who_wakes_it()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        Link<ExecutionContext> high = kernel.ContextOf(kernel.StartThread(20));
        Link<ExecutionContext> low = kernel.ContextOf(kernel.StartThread(10));
        kernel.ParkRoot();
        kernel.Wait(high, semaphore);
        kernel.Call(low, Hypercall.SemaphoreUp, semaphore);
        kernel.AssertCurrent(high);
        Assert.Equal(1ul, kernel.ResultOf(high).Succeeds()[1]);
        kernel.Wait(high, semaphore);
        kernel.AssertCurrent(low);
        kernel.ResultOf(low).Succeeds();
    }

    [Fact]
    public void The_count_stops_at_its_greatest()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore(SemaphoreQueue.CountMax - 1);
        kernel.Call(Hypercall.SemaphoreUp, semaphore).Succeeds();
        kernel.Call(Hypercall.SemaphoreUp, semaphore)
            .Refuses(Status.NoResources, Reason.CounterFull);
        Assert.Equal(SemaphoreQueue.CountMax,
            kernel.Call(Hypercall.SemaphoreDown, semaphore, 0, 1).Succeeds()[1]);
    }

    [Fact]
    public void A_server_that_waits_lets_its_caller_sleep_with_it()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server);
        Link<ExecutionContext> high = kernel.ContextOf(kernel.StartThread(20));
        Link<ExecutionContext> low = kernel.ContextOf(kernel.StartThread(10));
        kernel.ParkRoot();
        kernel.CallPortal(high, portal);
        kernel.Wait(kernel.ContextOf(server), semaphore);
        kernel.Call(low, Hypercall.SemaphoreUp, semaphore);
        kernel.AssertCurrent(kernel.ContextOf(server));
        kernel.Reply(kernel.ContextOf(server));
        kernel.AssertCurrent(high);
    }
}
