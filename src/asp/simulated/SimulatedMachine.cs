// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Text;
using Bulkhead.Abi;
using Bulkhead.Asp.Simulated.Caches;
using Bulkhead.Asp.Simulated.Interleaving;
using Bulkhead.Asp.Simulated.Paging;
using Bulkhead.Asp.Simulated.Power;
using Bulkhead.Kernel;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;
using Bulkhead.Pools;

namespace Bulkhead.Asp.Simulated;

/// <summary>
/// One simulated machine: the kernel's state and every piece of hardware behind
/// <see cref="SimulatedAsp"/>, whose static members act on the machine that is current on their
/// host thread, as the CPU that executes. So tests run side by side.
/// </summary>
public sealed partial class SimulatedMachine : IDisposable
{
    /// <summary>What is thrown when one interrupt follows the other for ever.</summary>
    public const string InterruptsWithoutEnd = "there is no end of interrupts";

    private const int AcknowledgedMax = 1 << 16;

    /// <summary>Host-physical address of the kernel's state.</summary>
    public const ulong StateBase = 0x4010_0000;

    [ThreadStatic]
    private static SimulatedMachine? s_current;

    private readonly StateBlock _block = new();
    private readonly SimulatedCpu[] _cpus;

    /// <summary>Makes a machine of one CPU with an empty kernel and makes it the current
    /// one.</summary>
    public SimulatedMachine()
        : this(new MachineOptions())
    {
    }

    /// <summary>Makes a machine with an empty kernel and makes it the current one.</summary>
    /// <param name="options">What it is made of.</param>
    /// <exception cref="SimulationException">There are no such machines.</exception>
    public SimulatedMachine(MachineOptions options)
    {
        if (options.CpuCount is < 1 or > Limits.CpusMax)
        {
            throw new SimulationException($"a machine of {options.CpuCount} CPUs");
        }
        Options = options;
        Choice = new SeededChoice(options.Seed);
        _cpus = new SimulatedCpu[options.CpuCount];
        for (int cpu = 0; cpu < _cpus.Length; cpu++) _cpus[cpu] = new SimulatedCpu(cpu);
        Executing = _cpus[0];
        Memory = new PhysicalMemory(_block, StateBase);
        Tables = new PublishedTables(this) { Policy = options.Stores };
        Walker = new StageTwoWalker(this, _cpus.Length) { Policy = options.Translations };
        Caches = new CacheModel(this, _cpus.Length) { Policy = options.Caches };
        Clock = new SimulatedClock(_cpus.Length, options.StartTicks);
        Interrupts = NewInterrupts();
        PowerController = new PowerController(this, _cpus.Length);
        MakeCurrent();
    }

    /// <summary>The machine that the host thread works with.</summary>
    /// <exception cref="SimulationException">There is none.</exception>
    public static SimulatedMachine Current =>
        s_current ?? throw new SimulationException("no machine is current");

    /// <summary>An ordering point of whatever executes on the host thread; nothing when that is no
    /// machine.</summary>
    /// <param name="point">Which.</param>
    public static void Reach(OrderingPoint point) => s_current?.AtOrderingPoint(point);

    /// <summary>What it is made of.</summary>
    public MachineOptions Options { get; }

    /// <summary>The kernel.</summary>
    public ref KernelState State => ref _block.State;

    /// <summary>The kernel as bytes. Whoever replaces them calls
    /// <see cref="PublishedTables.Adopt"/> and <see cref="StageTwoWalker.InvalidateAll"/> then, or
    /// rather restores a <see cref="Snapshots.MachineSnapshot"/>.</summary>
    public Span<byte> StateBytes => _block.Bytes;

    /// <summary>The CPUs.</summary>
    public ReadOnlySpan<SimulatedCpu> Cpus => _cpus;

    /// <summary>The CPU that executes the kernel, or did last.</summary>
    public SimulatedCpu Executing { get; internal set; }

    /// <summary>Decides what the machine leaves open.</summary>
    public IChoice Choice { get; set; }

    /// <summary>What happens at ordering points; null: nothing.</summary>
    public IInterleaving? Interleaving { get; set; }

    /// <summary>Whether several CPUs are inside the kernel at a time, each with a thread of its
    /// own; else one after the other.</summary>
    public bool IsConcurrent { get; set; }

    /// <summary>CPUs that are in the middle of an entry.</summary>
    internal int InsideCount { get; set; }

    /// <summary>Time.</summary>
    public SimulatedClock Clock { get; }

    /// <summary>Physical interrupts.</summary>
    public InterruptController Interrupts { get; }

    /// <summary>Physical memory.</summary>
    public PhysicalMemory Memory { get; }

    /// <summary>The kernel's tables as the walkers see them.</summary>
    public PublishedTables Tables { get; }

    /// <summary>Address translation.</summary>
    public StageTwoWalker Walker { get; }

    /// <summary>Caches between the CPUs and memory.</summary>
    public CacheModel Caches { get; }

    /// <summary>Power of the CPUs.</summary>
    public PowerController PowerController { get; }

    /// <summary>What was written to the boot console, a character per byte.</summary>
    public StringBuilder Console { get; } = new();

    /// <summary>How often the console still takes no byte, because it is busy.</summary>
    public int ConsoleBusyCount { get; set; }

    /// <summary>Whether the machine runs.</summary>
    public PowerState Power { get; internal set; }

    /// <summary>The context whose registers are in the hardware of CPU 0, as far as the kernel
    /// switched; none at first.</summary>
    public Link<ExecutionContext> Loaded => _cpus[0].Loaded;

    /// <summary>How often the kernel invalidated an address space.</summary>
    public int InvalidationCount { get; internal set; }

    /// <summary>Calls of the architecture package that needed the machine: the kernel's
    /// steps.</summary>
    public int SeamCallCount { get; internal set; }

    /// <summary>Interrupts that were acknowledged since the machine last looked whether one is
    /// pending, or a hypercall was made.</summary>
    internal int AcknowledgedCount { get; set; }

    /// <summary>How often a hypercall was left in its middle for an interrupt.</summary>
    public int PreemptionCount { get; internal set; }

    /// <summary>How often one went on.</summary>
    public int RepeatCount { get; internal set; }

    /// <summary>Whether a context stands before a hypercall that it left in its middle.</summary>
    public bool HasUnfinishedCalls => Restarts.HasLeft;

    /// <summary>Called whenever a long hypercall is about to look whether an interrupt is pending:
    /// what it raises arrives there. Null: nothing does.</summary>
    public Action? AtPreemption { get; set; }

    /// <summary>Contexts that must execute their last hypercall again.</summary>
    internal RestartTable Restarts { get; } = new();

    internal IdleException Idle { get; } = new();

    internal void CountAcknowledged()
    {
        if (++AcknowledgedCount > AcknowledgedMax)
            throw new SimulationException(InterruptsWithoutEnd);
    }

    /// <summary>Makes this machine the host thread's.</summary>
    public void MakeCurrent() => s_current = this;

    /// <summary>Makes this machine the host thread's, and a CPU the one that executes.</summary>
    /// <param name="cpu">The CPU.</param>
    public void MakeCurrent(int cpu)
    {
        s_current = this;
        Executing = _cpus[cpu];
    }

    /// <summary>The executing CPU reached an ordering point: other hardware may act.</summary>
    /// <param name="point">Which.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AtOrderingPoint(OrderingPoint point)
    {
        if (Interleaving is not null) Interleaving.At(this, point);
    }

    /// <summary>Sets the lines of the architecture package's own interrupts as their sources are
    /// now, for the executing CPU.</summary>
    public void UpdateLines() => UpdateLines(Executing.Number);

    /// <summary>Sets the lines of the architecture package's own interrupts as their sources are
    /// now.</summary>
    /// <param name="cpu">The CPU.</param>
    public void UpdateLines(int cpu)
    {
        ulong raised = Clock.HasExpired(cpu) ? 1ul << (int)PrivateInterrupts.Timer : 0;
        ref KernelState state = ref State;
        Link<ExecutionContext> owner = state.Cpus[cpu].SystemOwner;
        if (!owner.IsNone)
        {
            ref VirtualCpu vcpu = ref owner.In(ref state).Vcpu.In(ref state);
            if (GuestTimer.Fires(in vcpu, Clock.TicksOf(cpu)))
            {
                raised |= 1ul << (int)PrivateInterrupts.VirtualTimer;
            }
            if (InterruptSlots.WantsMaintenance(in vcpu))
            {
                raised |= 1ul << (int)PrivateInterrupts.Maintenance;
            }
        }
        Interrupts.SetLines(cpu, PrivateInterrupts.All, raised);
    }

    /// <summary>Gives the machine back.</summary>
    public void Dispose()
    {
        if (s_current == this) s_current = null;
        _block.Dispose();
    }

    private InterruptController NewInterrupts()
    {
        InterruptController interrupts = new(_cpus.Length);
        for (int cpu = 0; cpu < _cpus.Length; cpu++)
        {
            interrupts.Open(PrivateInterrupts.Call, isEdge: true, cpu);
            interrupts.Open(PrivateInterrupts.Timer, isEdge: false, cpu);
            interrupts.Open(PrivateInterrupts.VirtualTimer, isEdge: false, cpu);
            interrupts.Open(PrivateInterrupts.Maintenance, isEdge: false, cpu);
        }
        return interrupts;
    }
}
