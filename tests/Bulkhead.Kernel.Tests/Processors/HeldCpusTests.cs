// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Processors;
using Bulkhead.Kernel.Scheduling;
using static Bulkhead.Kernel.Tests.Harness.KernelHarness;

namespace Bulkhead.Kernel.Tests.Processors;

/// <summary>What ends while other CPUs may be using it holds exactly those first.</summary>
[Verifies("I30")]
public class HeldCpusTests
{
    private const int Cpus = 3;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_semaphores_home(int cpu)
    {
        using KernelHarness kernel = new(cpus: Cpus);
        uint semaphore = kernel.CreateSemaphore(On(cpu, 0));
        Assert.Equal(1u << cpu, Held(kernel, () => Destroy(
            kernel, ObjectKind.Semaphore, kernel.SemaphoreOf(semaphore))));
    }

    [Fact]
    public void All_that_pay_when_a_semaphore_hears_of_overruns()
    {
        using KernelHarness kernel = new(cpus: Cpus);
        uint semaphore = kernel.CreateSemaphore();
        kernel.Schedule(kernel.CreateThread(), 20, 100, 1000, semaphore);
        Assert.Equal(0b110u, Held(kernel, () => Destroy(
            kernel, ObjectKind.Semaphore, kernel.SemaphoreOf(semaphore))));
    }

    [Fact]
    public void The_first_cpu_when_a_semaphore_hears_of_schedules()
    {
        using KernelHarness kernel = new(cpus: Cpus);
        uint semaphore = kernel.CreateSemaphore(On(1, 0));
        kernel.State.ScheduleSemaphore = kernel.SemaphoreOf(semaphore);
        Assert.Equal(0b001u, Held(kernel, () => Destroy(
            kernel, ObjectKind.Semaphore, kernel.SemaphoreOf(semaphore)), by: 1));
        Assert.True(kernel.State.ScheduleSemaphore.IsNone);
    }

    [Fact]
    public void The_cpu_of_what_a_scheduling_context_pays_for()
    {
        using KernelHarness kernel = new(cpus: Cpus);
        uint scheduling = kernel.Schedule(kernel.CreateThread(On(2, Selectors.OwnDomain)), 10);
        Assert.Equal(0b100u, Held(kernel, () => Destroy(
            kernel, ObjectKind.SchedulingContext, kernel.SchedulingOf(scheduling))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_cpu_of_a_portals_server(int cpu)
    {
        using KernelHarness kernel = new(cpus: Cpus);
        uint portal = kernel.CreatePortal(
            kernel.CreateServer(On(cpu, Selectors.OwnDomain)));
        Assert.Equal(1u << cpu, Held(kernel, () => Destroy(
            kernel, ObjectKind.Portal, kernel.PortalOf(portal))));
    }

    [Fact]
    public void A_contexts_own_before_it_is_stopped_and_its_domains_before_it_goes()
    {
        using KernelHarness kernel = new(cpus: Cpus);
        uint domain = kernel.CreateDomain();
        uint thread = kernel.CreateThread(On(1, domain));
        kernel.CreateThread(On(2, domain));
        Link<ObjectHeader> link = kernel.ContextOf(thread).Reinterpret<ObjectHeader>();
        Assert.Equal(0b010u, Held(kernel, () => Destruction<SimulatedAsp>.Prepare(
            ref kernel.State, ObjectKind.ExecutionContext, link)));
        Assert.Equal(0b110u, Held(
            kernel, () => Destroy(kernel, ObjectKind.ExecutionContext, link)));
    }

    [Fact]
    public void Those_that_ran_in_a_domain_before_its_tables_go()
    {
        using KernelHarness kernel = new(cpus: Cpus);
        Link<ProtectionDomain> link = kernel.DomainOf(kernel.CreateDomain());
        link.In(ref kernel.State).CpuMask = 0b100;
        kernel.State.DyingCount = 1;
        Assert.Equal(0b100u, Held(kernel, () => Destruction<SimulatedAsp>.FinishDomain(
            ref kernel.State, ref link.In(ref kernel.State))));
    }

    [Fact]
    public void The_cpu_of_a_thread_whose_domain_dies()
    {
        using KernelHarness kernel = new(cpus: Cpus);
        uint domain = kernel.CreateDomain();
        kernel.Schedule(kernel.CreateThread(On(1, domain)), 10);
        Link<ProtectionDomain> link = kernel.DomainOf(domain);
        link.In(ref kernel.State).Dying = DyingPhase.Stopping;
        kernel.State.DyingCount = 1;
        uint held = 0;
        for (int step = 0; step < KernelState.ContextsMax && held == 0; step++)
        {
            held = Held(kernel, () => DyingDomain<SimulatedAsp>.TakeStep(ref kernel.State));
        }

        Assert.Equal((0b010u, DyingPhase.Stopping), (held, link.In(ref kernel.State).Dying));
    }

    [Fact]
    public void Those_that_a_capabilitys_space_has_threads_on()
    {
        using KernelHarness kernel = new(cpus: Cpus);
        uint domain = kernel.CreateDomain();
        kernel.CreateThread(On(2, domain));
        kernel.Delegate(kernel.CreateSemaphore(), domain, Rights.SemaphoreUp, 10);
        Assert.Equal(0b100u, Held(kernel, () => Revocation<SimulatedAsp>.Remove(
            ref kernel.State, kernel.Slot(domain, 10))));
    }

    [Fact]
    public void Nobody_is_held_for_longer_than_a_step()
    {
        using KernelHarness kernel = new(cpus: Cpus);
        uint domain = kernel.CreateDomain();
        kernel.Schedule(kernel.CreateThread(On(1, domain)), 10);
        bool wasHeld = false, wasLetGo = false;
        kernel.Machine.AtPreemption = () =>
        {
            bool isHeld = kernel.State.Shared.Held != 0;
            wasLetGo |= wasHeld && !isHeld;
            wasHeld |= isHeld;
        };
        kernel.Call(Hypercall.Revoke, domain, 1).Succeeds();
        Assert.True(wasHeld && wasLetGo);
    }

    [Fact]
    public void A_domain_knows_every_cpu_that_it_had_contexts_on()
    {
        using KernelHarness kernel = new(cpus: Cpus);
        uint domain = kernel.CreateDomain();
        ref ProtectionDomain row = ref kernel.DomainOf(domain).In(ref kernel.State);
        kernel.CreateThread(On(2, domain));
        Assert.Equal(0b100, row.CpuMask);
        kernel.CreateThread(On(2, domain));
        kernel.CreateThread(On(1, domain));
        Assert.Equal(0b110, row.CpuMask);
    }

    private static uint Held(KernelHarness kernel, Action change, int by = 0)
    {
        kernel.Machine.MakeCurrent(by);
        ref Cpu own = ref kernel.State.Cpus[by];
        Assert.True(StructureLock<SimulatedAsp>.TryEnter(ref kernel.State, ref own));
        change();
        uint held = kernel.State.Shared.Held;
        StructureLock<SimulatedAsp>.Leave(ref kernel.State, ref own);
        return held;
    }

    private static void Destroy<T>(KernelHarness kernel, ObjectKind kind, Link<T> link)
        where T : unmanaged =>
        Destruction<SimulatedAsp>.Destroy(
            ref kernel.State, kind, link.Reinterpret<ObjectHeader>());
}
