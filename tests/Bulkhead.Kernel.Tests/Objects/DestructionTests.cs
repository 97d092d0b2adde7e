// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Objects;

[Verifies("R-RESIDUE-1", "R-RECOVERY-1", "I30", "I31")]
public class DestructionTests
{
    [Fact]
    public void A_destroyed_thread_gives_its_page_back_clean()
    {
        using KernelHarness kernel = new();
        uint domain = kernel.CreateDomain();
        uint thread = kernel.CreateThread(domain);
        ref ExecutionContext context = ref kernel.ContextOf(thread).In(ref kernel.State);
        context.Utcb.In(ref kernel.State)[511] = 0x5ec3e7;
        ulong address = context.UtcbAddress;
        Assert.NotNull(kernel.Translate(domain, address));
        kernel.Call(Hypercall.Revoke, thread, 1).Succeeds();
        Assert.Null(kernel.Translate(domain, address));
    }

    [Fact]
    public void A_portal_does_not_reach_a_new_thread_in_its_servers_row()
    {
        using KernelHarness kernel = new();
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server);
        Link<ExecutionContext> row = kernel.ContextOf(server);
        kernel.Call(Hypercall.Revoke, server, 1).Succeeds();
        Assert.Equal(row, kernel.ContextOf(kernel.CreateServer()));
        kernel.CallPortal(kernel.Root, portal).Refuses(Status.Aborted, Reason.ServerStopped);
    }

    [Fact]
    public void A_helper_of_a_destroyed_server_does_not_help_its_successor()
    {
        using KernelHarness kernel = new();
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server);
        Link<ExecutionContext> low = kernel.ContextOf(kernel.StartThread(50));
        kernel.ParkRoot();
        kernel.CallPortal(low, portal);
        kernel.WakeRoot();
        Link<ExecutionContext> high = kernel.ContextOf(kernel.StartThread(60));
        kernel.ParkRoot();
        kernel.CallPortal(high, portal);
        Assert.Equal(ContextState.Helping, high.In(ref kernel.State).State);
        kernel.WakeRoot();
        kernel.Call(Hypercall.Revoke, server, 1).Succeeds();
        uint successor = kernel.StartThread(10);
        Assert.Equal(0u, kernel.ContextOf(successor).In(ref kernel.State).HelperCount);
        kernel.ParkRoot();
        kernel.AssertCurrent(high);
        kernel.ResultOf(high).Refuses(Status.Aborted, Reason.ServerStopped);
    }

    [Fact]
    public void Waiters_of_a_destroyed_semaphore_are_aborted()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        Link<ExecutionContext> first = kernel.ContextOf(kernel.StartThread(50));
        Link<ExecutionContext> second = kernel.ContextOf(kernel.StartThread(50));
        kernel.ParkRoot();
        kernel.Wait(first, semaphore);
        kernel.Wait(second, semaphore, kernel.Now + 10_000);
        kernel.WakeRoot();
        kernel.Call(Hypercall.Discard, semaphore).Succeeds();
        kernel.ResultOf(first).Refuses(Status.Aborted, Reason.SemaphoreGone);
        kernel.ResultOf(second).Refuses(Status.Aborted, Reason.SemaphoreGone);
    }

    [Fact]
    public void A_destroyed_scheduling_context_frees_its_thread_for_another()
    {
        using KernelHarness kernel = new();
        uint thread = kernel.CreateThread();
        uint scheduling = kernel.Schedule(thread, 10, 100, 1000);
        kernel.Call(Hypercall.Discard, scheduling).Succeeds();
        Assert.True(kernel.ContextOf(thread).In(ref kernel.State).Scheduling.IsNone);
        kernel.Schedule(thread, 20);
        kernel.ParkRoot();
        kernel.AssertCurrent(kernel.ContextOf(thread));
    }

    [Fact]
    public void A_blocked_scheduling_context_leaves_the_list_it_is_in()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        uint thread = kernel.CreateThread();
        uint scheduling = kernel.Schedule(thread, 10);
        kernel.ParkRoot();
        kernel.Wait(kernel.ContextOf(thread), semaphore);
        kernel.WakeRoot();
        Assert.Equal(
            SchedulingState.Blocked, kernel.SchedulingOf(scheduling).In(ref kernel.State).State);
        kernel.Call(Hypercall.Discard, scheduling).Succeeds();
        Assert.True(kernel.ContextOf(thread).In(ref kernel.State).BlockedScheduling.IsNone);
    }

    [Fact]
    public void A_context_is_stopped_then_loses_its_page_then_goes()
    {
        using KernelHarness kernel = new();
        Link<ExecutionContext> link = kernel.ContextOf(kernel.StartThread(10));
        ref ExecutionContext context = ref link.In(ref kernel.State);
        // Whatever it has in its registers.
        for (int register = 0; register < 31; register++)
        {
            context.Frame[register] = ulong.MaxValue;
        }

        kernel.Machine.MakeCurrent();
        Assert.False(Prepare(kernel, link));
        Assert.Equal((ContextState.Off, false), (context.State, context.Utcb.IsNone));
        Assert.False(Prepare(kernel, link));
        Assert.True(context.Utcb.IsNone);
        Assert.True(Prepare(kernel, link));
    }

    [Fact]
    public void A_virtual_cpu_loses_an_interrupt_in_a_step()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        for (uint line = 2; line < 4; line++)
        {
            kernel.Call(
                Hypercall.BindInterruptToVcpu, Selectors.BootInterrupts + line,
                machine.Selector(), 38 + line).Succeeds();
        }

        kernel.Machine.MakeCurrent();
        Assert.False(Prepare(kernel, machine.Vcpu()));
        Assert.Equal(ContextState.Off, machine.Context().State);
        Assert.False(Prepare(kernel, machine.Vcpu()));
        Assert.False(Prepare(kernel, machine.Vcpu()));
        Assert.True(Prepare(kernel, machine.Vcpu()));
    }

    private static bool Prepare(KernelHarness kernel, Link<ExecutionContext> link) =>
        Destruction<SimulatedAsp>.Prepare(
            ref kernel.State, ObjectKind.ExecutionContext, link.Reinterpret<ObjectHeader>());
}
