// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Simulation;

/// <summary>The system that random programs start from: client domains, servers, a virtual machine
/// with its monitor, drivers.</summary>
internal sealed class RandomSystem(KernelHarness kernel, Random random)
{
    private readonly List<uint> _portals = [];
    private readonly List<uint> _semaphores = [];
    private uint _next = 100;

    internal void Build()
    {
        for (int index = 0; index < 4; index++)
        {
            _semaphores.Add(kernel.CreateSemaphore((ulong)random.Next(2)));
        }
        uint services = kernel.CreateDomain(objects: 30);
        for (int index = 0; index < 5; index++)
        {
            uint server = kernel.CreateServer(services);
            for (int portal = 0; portal < 2; portal++)
            {
                _portals.Add(kernel.CreatePortal(server, (ulong)index));
            }
        }
        Equip(services);
        for (int index = 0; index < 2; index++) BuildClient();
        BuildMachine(services);
        kernel.Call(Hypercall.BindInterrupt, Selectors.BootInterrupts, _semaphores[0]).Succeeds();
        kernel.Call(Hypercall.BindInterrupt, Selectors.BootInterrupts + 2, _semaphores[1])
            .Succeeds();
    }

    private void BuildClient()
    {
        uint domain = kernel.CreateDomain(objects: (ushort)random.Next(4, 30));
        for (int index = 0; index < 2; index++)
        {
            ulong period = random.Next(2) == 0 ? 0u : 1000u;
            ulong budget = period == 0 && random.Next(2) == 0 ? 0u : (ulong)random.Next(50, 500);
            uint thread =
                kernel.StartThread((byte)random.Next(10, 200), domain, budget, period, _portals[0]);
            kernel.Delegate(thread, domain, Rights.ContextControl, 200 + (uint)index);
        }
        Equip(domain);
    }

    private void BuildMachine(uint services)
    {
        uint machine = kernel.CreateDomain();
        uint monitor = kernel.CreateDomain(objects: 30);
        uint server = kernel.CreateServer(monitor);
        uint first = 0;
        for (int kind = 0; kind < VirtualCpu.ExitKinds; kind++)
        {
            uint portal = kernel.CreatePortal(
                server, (ulong)kind, kind == 0 ? RegisterGroups.All : RegisterGroups.None);
            if (kind == 0) first = portal;
        }
        for (uint number = 0; number < 2; number++)
        {
            uint vcpu = kernel.FreeSelector();
            kernel.Call(Hypercall.CreateVcpu, vcpu, machine, first, number).Succeeds();
            kernel.Schedule(vcpu, (byte)random.Next(10, 100), (ulong)random.Next(2) * 200);
            kernel.Delegate(vcpu, monitor, Rights.ContextControl, 200 + number);
            kernel.Delegate(vcpu, services, Rights.ContextControl, 200 + number);
            for (uint interrupt = 28; interrupt < 40; interrupt++) Enable(vcpu, interrupt);
            uint line = Selectors.BootInterrupts + (number == 0 ? 1u : 3u);
            kernel.Call(Hypercall.BindInterruptToVcpu, line, vcpu, 32 + number).Succeeds();
        }
        kernel.Delegate(machine, monitor, Rights.DomainAll, 210);
        Equip(monitor);
    }

    private void Enable(uint vcpu, uint interrupt)
    {
        VirtualInterruptRequest request = new(
            interrupt, isEnabled: true, (byte)random.Next(256), random.Next(2) == 0);
        kernel.Call(Hypercall.VirtualInterrupt, vcpu, request.Value).Succeeds();
    }

    // What the threads of a domain may use: its own domain, portals, semaphores, memory, now and
    // then an interrupt.
    private void Equip(uint domain)
    {
        kernel.Delegate(domain, domain, Rights.DomainAll, _next++);
        foreach (uint portal in _portals)
        {
            kernel.Delegate(portal, domain, Rights.PortalCall, _next++);
        }
        foreach (uint semaphore in _semaphores)
        {
            kernel.Delegate(semaphore, domain, Rights.SemaphoreAll, _next++);
        }
        kernel.Delegate(Selectors.BootSegments + 1, domain, Rights.SegmentAll, _next++);
        kernel.Delegate(
            Selectors.BootInterrupts + (uint)random.Next(5), domain, Rights.InterruptBind, _next++);
        _next = 100 + (uint)random.Next(10);
    }
}
