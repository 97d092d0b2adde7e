// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Hypercalls;

[Verifies("R-QUOTA-2", "I18")]
public class ConsumedTimeTests
{
    [Fact]
    public void Consumed_time_is_told_to_whoever_holds_the_right()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        uint thread = kernel.CreateThread();
        uint scheduling = kernel.Schedule(thread, 20, 0, 0);
        kernel.ParkRoot();
        kernel.Advance(123);
        kernel.Wait(kernel.ContextOf(thread), semaphore);
        kernel.WakeRoot();
        CallResult result = kernel.Call(Hypercall.ConsumedTime, scheduling);
        Assert.Equal(123ul, result.Succeeds()[1]);
        kernel.Call(Hypercall.ConsumedTime, thread)
            .Refuses(Status.BadCapability, Reason.RightMissing);
    }

    [Fact]
    public void What_pays_for_the_call_is_told_to_the_tick()
    {
        using KernelHarness kernel = new();
        uint thread = kernel.CreateThread();
        uint scheduling = kernel.Schedule(thread, 20, 0, 0);
        Link<Bulkhead.Kernel.Objects.ExecutionContext> asker = kernel.ContextOf(thread);
        kernel.Advance(40);
        kernel.ParkRoot();
        kernel.Advance(50);
        Assert.Equal(
            50ul, kernel.Call(asker, Hypercall.ConsumedTime, scheduling).Succeeds()[1]);
        kernel.Advance(20);
        Assert.Equal(
            70ul, kernel.Call(asker, Hypercall.ConsumedTime, scheduling).Succeeds()[1]);
    }

    [Fact]
    public void What_waits_consumes_nothing_while_another_runs()
    {
        using KernelHarness kernel = new();
        uint scheduling = kernel.Schedule(kernel.CreateThread(), 20, 0, 0);
        kernel.Advance(40);
        Assert.Equal(0ul, kernel.Call(Hypercall.ConsumedTime, scheduling).Succeeds()[1]);
    }

    [Fact]
    public void The_cpu_of_what_is_asked_about_stands_still()
    {
        using KernelHarness kernel = new(cpus: 2);
        uint scheduling = kernel.Schedule(
            kernel.CreateThread(KernelHarness.On(1, Selectors.OwnDomain)), 20, 0, 0);
        kernel.Processors[1].TakeInterrupts();
        kernel.State.Cpus[1].MustDispatch = 0;
        kernel.Call(Hypercall.ConsumedTime, scheduling).Succeeds();
        // Who stood still chooses anew what runs.
        Assert.Equal((byte)1, kernel.State.Cpus[1].MustDispatch);
        kernel.Processors[1].TakeInterrupts();
    }

    [Fact]
    public void It_stays_when_its_thread_is_destroyed_by_a_server_on_its_time()
    {
        using KernelHarness kernel = new();
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server);
        uint thread = kernel.CreateThread();
        uint scheduling = kernel.Schedule(thread, 20, 0, 0);
        Link<Bulkhead.Kernel.Objects.ExecutionContext> caller = kernel.ContextOf(thread);
        kernel.ParkRoot();
        kernel.Advance(50);
        kernel.CallPortal(caller, portal);
        kernel.Advance(27);
        kernel.Call(kernel.ContextOf(server), Hypercall.Revoke, thread, 1);
        Assert.Equal(ObjectKind.None, caller.In(ref kernel.State).Header.Kind);
        kernel.WakeRoot();
        Assert.Equal(77ul, kernel.Call(Hypercall.ConsumedTime, scheduling).Succeeds()[1]);
    }
}
