// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Communication;
using Bulkhead.Kernel.Health;
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Kernel.Tests.Health;

/// <summary>
/// State that the kernel never makes: what is broken on purpose must end in a bounded number of
/// steps, in a panic where the kernel checks it, and must not spread.
/// </summary>
[Verifies("R-STATE-3", "I35")]
public class BrokenStateTests
{
    [Fact]
    public void A_ring_of_callers_stops_the_machine()
    {
        using KernelHarness kernel = new();
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server);
        Link<ExecutionContext> link = kernel.ContextOf(server);
        Link<ExecutionContext> client = kernel.ContextOf(kernel.StartThread(10));
        kernel.ParkRoot();
        kernel.CallPortal(client, portal);
        ref ExecutionContext context = ref link.In(ref kernel.State);
        context.State = ContextState.Calling;
        context.Partner = client;
        KernelPanicException panic =
            Assert.Throws<KernelPanicException>(kernel.Processor.Dispatch);
        Assert.Equal(Invariant.CallChainBounded, panic.Invariant);
    }

    [Fact]
    public void A_ring_of_capabilities_does_not_hold_revocation()
    {
        using KernelHarness kernel = new();
        Link<Capability> slot = kernel.Slot(kernel.CreateSemaphore());
        slot.In(ref kernel.State).FirstChild = slot;
        kernel.Machine.MakeCurrent();
        Revocation<SimulatedAsp>.Revoke(ref kernel.State, slot, false);
        Assert.Equal(ObjectKind.Semaphore, slot.In(ref kernel.State).Kind);
    }

    [Fact]
    public void An_orphan_that_cannot_go_does_not_hold_revocation()
    {
        using KernelHarness kernel = new();
        uint domain = kernel.CreateDomain();
        Link<ExecutionContext> thread = kernel.ContextOf(kernel.CreateThread(domain));
        Link<Capability> slot = kernel.Slot(kernel.CreateSemaphore());
        ref ExecutionContext context = ref thread.In(ref kernel.State);
        context.Header.Root = kernel.Slot(kernel.FreeSelector());
        kernel.DomainOf(domain).In(ref kernel.State).Dying = DyingPhase.Contexts;
        kernel.State.DyingCount = 1;
        kernel.Machine.MakeCurrent();
        Assert.True(Revocation<SimulatedAsp>.Revoke(ref kernel.State, slot, false));
        Assert.Equal(ObjectKind.Semaphore, slot.In(ref kernel.State).Kind);
        Assert.Equal(ObjectKind.ExecutionContext, context.Header.Kind);
    }

    [Fact]
    public void A_domain_without_tables_ends()
    {
        using KernelHarness kernel = new();
        int freeCount = TableAllocator.CountFree(ref kernel.State);
        ref ProtectionDomain domain = ref kernel.State.Domains[Limits.DomainsMax - 1];
        domain.Header.Generation = 9;
        domain.Dying = DyingPhase.Over;
        kernel.State.DyingCount = 1;
        Destruction<SimulatedAsp>.FinishDomain(ref kernel.State, ref domain);
        Assert.Equal(
            (DyingPhase.None, 9u, (byte)0),
            (domain.Dying, domain.Header.Generation, kernel.State.DyingCount));
        Assert.Equal(freeCount, TableAllocator.CountFree(ref kernel.State));
    }

    [Fact]
    public void A_ring_of_blocked_scheduling_contexts_does_not_hold_the_kernel()
    {
        using SimulatedMachine machine = new();
        ref KernelState state = ref machine.State;
        ref ExecutionContext context = ref state.Contexts[5];
        Link<SchedulingContext> first = SchedulingOf(ref state, 0), other =
            SchedulingOf(ref state, 1);
        BlockedList.Add(ref state, ref context, first);
        first.In(ref state).Next = first;
        BlockedList.Remove(ref state, other);
        Assert.Equal(first, context.BlockedScheduling);
        context.Cpu = Link<Cpu>.To(ref state, ref state.Cpus[0]);
        Scheduler<SimulatedAsp>.Wake(ref state, ref context);
        Assert.True(context.BlockedScheduling.IsNone);
        Assert.Equal(ContextState.Ready, context.State);
    }

    [Fact]
    public void Help_that_is_counted_wrongly_does_not_hold_the_kernel()
    {
        using KernelHarness kernel = new();
        ref ExecutionContext server =
            ref kernel.ContextOf(kernel.CreateServer()).In(ref kernel.State);
        ref ExecutionContext helper =
            ref kernel.ContextOf(kernel.StartThread(10)).In(ref kernel.State);
        kernel.Machine.MakeCurrent();
        helper.State = ContextState.Helping;
        helper.Partner = server.Self;
        ContextLifecycle<SimulatedAsp>.Stop(ref kernel.State, ref helper);
        Assert.Equal((ContextState.Off, 0u), (helper.State, server.HelperCount));
        server.HelperCount = 3;
        ContextLifecycle<SimulatedAsp>.Stop(ref kernel.State, ref server);
        Assert.Equal((ContextState.Off, 3u), (server.State, server.HelperCount));
        server.HelperCount = 0;
        Rendezvous<SimulatedAsp>.EndHelp(ref kernel.State, ref helper, ref server);
        Assert.Equal(0u, server.HelperCount);
    }

    [Fact]
    public void A_caller_that_stops_takes_nobody_elses_server_away()
    {
        using KernelHarness kernel = new();
        ref ExecutionContext server =
            ref kernel.ContextOf(kernel.CreateServer()).In(ref kernel.State);
        ref ExecutionContext first =
            ref kernel.ContextOf(kernel.StartThread(10)).In(ref kernel.State);
        Link<ExecutionContext> second = kernel.ContextOf(kernel.StartThread(10));
        server.Caller = second;
        first.State = ContextState.Calling;
        first.Partner = server.Self;
        kernel.Machine.MakeCurrent();
        ContextLifecycle<SimulatedAsp>.Stop(ref kernel.State, ref first);
        Assert.Equal(second, server.Caller);
    }

    [Fact]
    public void The_managers_thread_cannot_be_stopped_by_whoever_names_it()
    {
        using KernelHarness kernel = new();
        uint selector = kernel.FreeSelector();
        CapabilitySpace.InsertRoot(
            ref kernel.State, kernel.Slot(selector),
            Link<ObjectHeader>.To(
                ref kernel.State, ref kernel.Root.In(ref kernel.State).Header),
            ObjectKind.ExecutionContext, Rights.ContextControl);
        ref ExecutionContext root = ref kernel.Root.In(ref kernel.State);
        root.Frame[0] = selector;
        kernel.Processor.Hypercall(Hypercall.Stop);
        kernel.ResultOf(kernel.Root).Refuses(Status.BadParameter, Reason.OwnDomain);
        kernel.AssertCurrent(kernel.Root);
    }

    private static Link<SchedulingContext> SchedulingOf(ref KernelState state, int index) =>
        Link<SchedulingContext>.To(ref state, ref state.SchedulingContexts[index]);
}
