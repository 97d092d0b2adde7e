// SPDX-License-Identifier: MIT
using System.Text;
using Bulkhead.Kernel;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;
using Bulkhead.Pools;

namespace Bulkhead.Asp.Simulated;

/// <summary>
/// One simulated machine: the kernel's state and every piece of hardware behind
/// <see cref="SimulatedAsp"/>, whose static members act on the machine that is current on their
/// host thread. So tests run side by side.
/// </summary>
public sealed class SimulatedMachine : IDisposable
{
    /// <summary>Host-physical address of the kernel's state.</summary>
    public const ulong StateBase = 0x4010_0000;

    [ThreadStatic]
    private static SimulatedMachine? s_current;

    private readonly StateBlock _block = new();

    /// <summary>Makes a machine with an empty kernel and makes it the current one.</summary>
    public SimulatedMachine()
    {
        Memory = new PhysicalMemory(_block, StateBase);
        Walker = new StageTwoWalker(Memory);
        Interrupts.Open(PrivateInterrupts.Timer, isEdge: false);
        Interrupts.Open(PrivateInterrupts.VirtualTimer, isEdge: false);
        Interrupts.Open(PrivateInterrupts.Maintenance, isEdge: false);
        MakeCurrent();
    }

    /// <summary>The machine that the host thread works with.</summary>
    /// <exception cref="SimulationException">There is none.</exception>
    public static SimulatedMachine Current =>
        s_current ?? throw new SimulationException("no machine is current");

    /// <summary>The kernel.</summary>
    public ref KernelState State => ref _block.State;

    /// <summary>The kernel as bytes.</summary>
    public Span<byte> StateBytes => _block.Bytes;

    /// <summary>Time.</summary>
    public SimulatedClock Clock { get; } = new();

    /// <summary>Physical interrupts.</summary>
    public InterruptController Interrupts { get; } = new();

    /// <summary>Physical memory.</summary>
    public PhysicalMemory Memory { get; }

    /// <summary>Address translation.</summary>
    public StageTwoWalker Walker { get; }

    /// <summary>What was written to the boot console, a character per byte.</summary>
    public StringBuilder Console { get; } = new();

    /// <summary>Whether the machine runs.</summary>
    public PowerState Power { get; internal set; }

    /// <summary>The context whose registers are in the hardware, as far as the kernel switched;
    /// none at first.</summary>
    public Link<ExecutionContext> Loaded { get; internal set; }

    /// <summary>How often the kernel invalidated an address space.</summary>
    public int InvalidationCount { get; internal set; }

    /// <summary>Contexts that must execute their last hypercall again, by the key of their
    /// incarnation.</summary>
    internal Dictionary<uint, ulong> Restarts { get; } = [];

    /// <summary>Makes this machine the host thread's.</summary>
    public void MakeCurrent() => s_current = this;

    /// <summary>Sets the lines of the architecture package's own interrupts as their sources are
    /// now.</summary>
    public void UpdateLines()
    {
        SetLine(PrivateInterrupts.Timer, Clock.IsExpired);
        ref Cpu cpu = ref State.Cpus[0];
        bool hasOwner = !cpu.SystemOwner.IsNone;
        ref ExecutionContext owner = ref cpu.SystemOwner.In(ref State);
        SetLine(
            PrivateInterrupts.VirtualTimer,
            hasOwner && GuestTimer.Fires(in owner.Vcpu.In(ref State), Clock.Ticks));
        SetLine(
            PrivateInterrupts.Maintenance,
            hasOwner && InterruptSlots.WantsMaintenance(in owner.Vcpu.In(ref State)));
    }

    /// <summary>Gives the machine back.</summary>
    public void Dispose()
    {
        if (s_current == this) s_current = null;
        _block.Dispose();
    }

    private void SetLine(uint interrupt, bool isRaised)
    {
        if (isRaised) Interrupts.Raise(interrupt);
        else Interrupts.Lower(interrupt);
    }
}
