// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Boot;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Kernel.Tests.Harness;

/// <summary>
/// A booted kernel on a simulated machine: hypercalls are made as the thread that is current, and
/// the invariants are checked after each step.
/// </summary>
internal sealed partial class KernelHarness : IDisposable
{
    internal KernelHarness(BootImage? image = null, bool usesFastPath = true, int cpus = 1)
    {
        Machine = new SimulatedMachine(new MachineOptions { CpuCount = cpus });
        Processors = [.. Enumerable.Range(0, cpus).Select(
            cpu => new SimulatedProcessor(Machine, cpu) { UsesFastPath = usesFastPath })];
        Assert.Equal(Reason.None, Boot((image ?? new BootImage()).ToBytes()));
        Assert.Equal(
            Reason.None, Startup<SimulatedAsp>.StartCpus(ref Machine.State, (uint)cpus));
        Processor.Dispatch();
        CheckInvariants();
    }

    internal SimulatedMachine Machine { get; }

    /// <summary>The first CPU, on which the partition manager runs.</summary>
    internal SimulatedProcessor Processor => Processors[0];

    /// <summary>All CPUs.</summary>
    internal SimulatedProcessor[] Processors { get; }

    internal ref KernelState State => ref Machine.State;

    internal ref Cpu Cpu => ref State.Cpus[0];

    /// <summary>The context that runs; none: idle.</summary>
    internal Link<ExecutionContext> Current => Processor.Current;

    /// <summary>The partition manager's main thread.</summary>
    internal Link<ExecutionContext> Root => State.System.RootThread;

    internal ulong Now => Machine.Clock.Ticks;

    /// <summary>The thread, which must be current, makes a hypercall.</summary>
    internal CallResult Call(
        Link<ExecutionContext> thread, Hypercall number, params ReadOnlySpan<ulong> arguments)
    {
        AssertCurrent(thread);
        ref ExecutionContext context = ref thread.In(ref State);
        for (int register = 0; register < 10; register++)
        {
            context.Frame[register] = register < arguments.Length ? arguments[register] : 0;
        }
        Processor.Hypercall(number);
        CheckInvariants();
        return ResultOf(thread);
    }

    /// <summary>The partition manager's main thread, which must be current, makes a
    /// hypercall.</summary>
    internal CallResult Call(Hypercall number, params ReadOnlySpan<ulong> arguments) =>
        Call(Root, number, arguments);

    /// <summary>What a thread has in its registers now.</summary>
    internal CallResult ResultOf(Link<ExecutionContext> thread) => new(thread.In(ref State).Frame);

    /// <summary>Lets time pass.</summary>
    internal void Advance(ulong ticks)
    {
        Processor.Advance(ticks);
        CheckInvariants();
    }

    /// <summary>A device signals.</summary>
    internal void Interrupt(uint id)
    {
        Machine.Interrupts.Raise(id);
        Processor.TakeInterrupts();
        CheckInvariants();
    }

    internal void AssertCurrent(Link<ExecutionContext> expected)
    {
        Assert.True(Current == expected, $"{Describe(Current)} runs, not {Describe(expected)}");
    }

    internal void AssertIdle() => Assert.True(Current.IsNone, $"{Describe(Current)} runs");

    internal void CheckInvariants()
    {
        if (Processors.Length == 1) KernelInvariants.Check(Machine, Processor.Current);
    }

    public void Dispose() => Machine.Dispose();

    private Reason Boot(byte[] bytes)
    {
        ImageTables tables = new(bytes);
        Reason reason = ImageCheck.Check(
            tables, BootImage.BoardName, BootImage.ImageAddress, BootImage.MemoryBase,
            BootImage.MemoryEnd);
        if (reason != Reason.None) return reason;
        Startup<SimulatedAsp>.InitializeCpus(ref State);
        return Startup<SimulatedAsp>.CreateManager(ref State, tables);
    }

    private string Describe(Link<ExecutionContext> link)
    {
        if (link.IsNone) return "nothing";
        ref ExecutionContext context = ref link.In(ref State);
        string kind = context.IsVcpu ? "vCPU" : context.IsServer != 0 ? "server" : "thread";
        return $"{kind} @{link.Offset:x} ({context.State})";
    }
}
