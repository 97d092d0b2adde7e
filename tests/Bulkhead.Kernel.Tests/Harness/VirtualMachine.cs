// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Harness;

/// <summary>Virtual CPUs with a monitor of one server thread that does nothing by itself.</summary>
internal sealed class VirtualMachine
{
    private readonly KernelHarness _kernel;
    private readonly uint[] _vcpus;
    private readonly uint[] _schedulings;

    /// <summary>Makes the machine; its virtual CPUs want to start as soon as the manager
    /// sleeps.</summary>
    internal VirtualMachine(KernelHarness kernel, int count = 1, byte priority = 50,
        RegisterGroups groups = RegisterGroups.None, ulong budget = 0, ulong period = 0,
        int cpu = 0)
    {
        _kernel = kernel;
        ulong home = KernelHarness.On(cpu, 0);
        MonitorSelector = kernel.CreateServer(home | Selectors.OwnDomain);
        Monitor = kernel.ContextOf(MonitorSelector);
        Domain = kernel.CreateDomain();
        Portals = [.. Enumerable.Range(0, VirtualCpu.ExitKinds)
            .Select(kind => kernel.CreatePortal(MonitorSelector, Badge.Exit | (uint)kind, groups))];
        _vcpus = new uint[count];
        _schedulings = new uint[count];
        for (int number = 0; number < count; number++)
        {
            _vcpus[number] = kernel.FreeSelector();
            kernel.Call(
                Hypercall.CreateVcpu, _vcpus[number], home | Domain, Portals[0], (ulong)number)
                .Succeeds();
            _schedulings[number] = kernel.Schedule(_vcpus[number], priority, budget, period);
        }
    }

    /// <summary>The monitor's thread.</summary>
    internal Link<ExecutionContext> Monitor { get; }

    internal uint MonitorSelector { get; }

    internal uint Domain { get; }

    internal uint[] Portals { get; }

    internal uint Selector(int number = 0) => _vcpus[number];

    internal Link<ExecutionContext> Vcpu(int number = 0) => _kernel.ContextOf(_vcpus[number]);

    internal ref VirtualCpu Row(int number = 0) =>
        ref Vcpu(number).In(ref _kernel.State).Vcpu.In(ref _kernel.State);

    internal ref ExecutionContext Context(int number = 0) => ref Vcpu(number).In(ref _kernel.State);

    /// <summary>What pays for a virtual CPU.</summary>
    internal ref SchedulingContext Paying(int number = 0) =>
        ref Context(number).Scheduling.In(ref _kernel.State);

    /// <summary>Lets the manager sleep and every virtual CPU start; the first one runs.</summary>
    internal VirtualMachine Start()
    {
        _kernel.ParkRoot();
        for (int number = 0; number < _vcpus.Length; number++)
        {
            ExpectExit(ExitKind.Startup);
            Answer(ExitAction.Resume);
            if (number + 1 < _vcpus.Length) Halt();
        }
        return this;
    }

    /// <summary>The monitor was called for an exit of this kind.</summary>
    internal CallResult ExpectExit(ExitKind kind)
    {
        _kernel.AssertCurrent(Monitor);
        CallResult message = _kernel.ResultOf(Monitor);
        Assert.Equal(Badge.Exit | (uint)kind, message[0]);
        Assert.Equal(0ul, message[1]);
        return message;
    }

    /// <summary>The monitor replies.</summary>
    internal void Answer(ExitAction action, params ReadOnlySpan<ulong> operands)
    {
        Span<ulong> words = stackalloc ulong[8];
        words[0] = (ulong)action;
        operands.CopyTo(words[1..]);
        _kernel.Reply(Monitor, words);
    }

    /// <summary>The running virtual CPU waits for an interrupt.</summary>
    internal void Halt()
    {
        _kernel.Processor.Halt();
        _kernel.CheckInvariants();
    }

    /// <summary>The manager, which must be awake, changes a virtual interrupt.</summary>
    internal VirtualInterruptState Request(
        VirtualInterruptOperation operation, uint interrupt, int number = 0) =>
        (VirtualInterruptState)_kernel.Call(
            Hypercall.VirtualInterrupt, _vcpus[number],
            new VirtualInterruptRequest(operation, interrupt).Value).Succeeds()[1];

    internal VirtualInterruptState Configure(
        uint interrupt, bool isEnabled = true, byte priority = 0xa0, bool isEdge = false,
        int number = 0) =>
        (VirtualInterruptState)_kernel.Call(
            Hypercall.VirtualInterrupt,
            _vcpus[number],
            new VirtualInterruptRequest(interrupt, isEnabled, priority, isEdge).Value)
                .Succeeds()[1];

    /// <summary>The guest takes its most urgent interrupt.</summary>
    internal uint Take(int number = 0) => InterruptSlots.Take(ref Row(number));

    /// <summary>The guest ends an interrupt.</summary>
    internal void End(uint interrupt, int number = 0)
    {
        InterruptSlots.End(_kernel.Machine, ref Row(number), interrupt);
        _kernel.Processor.TakeInterrupts();
        _kernel.CheckInvariants();
    }
}
