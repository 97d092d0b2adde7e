// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Boot;
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;
using Bulkhead.Simulation.Systems;

namespace Bulkhead.Simulation.Running;

/// <summary>A booted kernel on a simulated machine, to which events are applied one by
/// one.</summary>
public sealed class World : IDisposable
{
    private readonly SimulatedProcessor[] _processors;
    private SimulationEvent _latest;

    /// <summary>Boots the system image that every simulation starts from.</summary>
    /// <exception cref="SimulationException">The kernel refuses to boot it.</exception>
    public World()
        : this(new BootImage())
    {
    }

    /// <summary>Boots a system image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="options">What the machine is made of; null: one CPU, strict.</param>
    /// <exception cref="SimulationException">The kernel refuses to boot it.</exception>
    internal World(BootImage image, MachineOptions? options = null)
        : this(image.ToBytes(), BootImage.BoardName, BootImage.MemoryEnd, options)
    {
    }

    /// <summary>Boots a system image that may be any board's.</summary>
    /// <param name="image">The image: at least its tables and its manager's program.</param>
    /// <param name="board">The board's name.</param>
    /// <param name="memoryEnd">First address behind the board's memory.</param>
    /// <param name="options">What the machine is made of; null: one CPU, strict.</param>
    /// <exception cref="SimulationException">The kernel refuses to boot it.</exception>
    public World(
        ReadOnlySpan<byte> image, ReadOnlySpan<byte> board, ulong memoryEnd,
        MachineOptions? options = null)
    {
        Machine = new SimulatedMachine(options ?? new MachineOptions());
        _processors = new SimulatedProcessor[Machine.Cpus.Length];
        for (int cpu = 0; cpu < _processors.Length; cpu++)
        {
            _processors[cpu] = new SimulatedProcessor(Machine, cpu);
        }
        Reason reason = Boot(new ImageTables(image), board, memoryEnd);
        if (reason != Reason.None) throw new SimulationException($"boot refused: {reason}");
        Processor.Dispatch();
    }

    /// <summary>The machine.</summary>
    public SimulatedMachine Machine { get; }

    /// <summary>The CPU of the latest event, or the one that was selected since.</summary>
    public int Cpu { get; private set; }

    /// <summary>CPUs that run the kernel.</summary>
    public int CpuCount => (int)State.Shared.CpuCount;

    /// <summary>That CPU's processor.</summary>
    public SimulatedProcessor Processor => _processors[Cpu];

    /// <summary>The processors of all CPUs.</summary>
    public ReadOnlySpan<SimulatedProcessor> Processors => _processors;

    /// <summary>Hypercalls that were made again, on all CPUs.</summary>
    public int RestartCount => Sum(processor => processor.RestartCount);

    /// <summary>Interrupts that were taken, on all CPUs.</summary>
    public int InterruptCount => Sum(processor => processor.InterruptCount);

    /// <summary>Hypercalls that went the short way, on all CPUs.</summary>
    public int FastCount => Sum(processor => processor.FastCount);

    /// <summary>The kernel's state.</summary>
    public ref KernelState State => ref Machine.State;

    /// <summary>The context that runs on that CPU; none: idle.</summary>
    public Link<ExecutionContext> Current => Processor.Current;

    /// <summary>The partition manager's main thread.</summary>
    public Link<ExecutionContext> Root => State.System.RootThread;

    /// <summary>Events that were applied, those that did not fit included.</summary>
    public int AppliedCount { get; private set; }

    /// <summary>The latest of them; nothing when it did not fit.</summary>
    public ref readonly SimulationEvent Latest => ref _latest;

    /// <summary>An event with times of now for those that count from now.</summary>
    /// <param name="value">The event.</param>
    /// <returns>The event that is applied now.</returns>
    public SimulationEvent Resolve(in SimulationEvent value)
    {
        SimulationEvent resolved = value;
        if (value.Kind != EventKind.TimedHypercall) return resolved;
        resolved.Kind = EventKind.Hypercall;
        resolved.Words[value.DeadlineWord] += Machine.Clock.Ticks;
        return resolved;
    }

    /// <summary>Makes a CPU the one that is looked at.</summary>
    /// <param name="cpu">The CPU.</param>
    /// <returns>Whether there is one.</returns>
    public bool Select(int cpu)
    {
        if (cpu >= CpuCount) return false;
        Cpu = cpu;
        Machine.MakeCurrent(cpu);
        return true;
    }

    /// <summary>Applies an event.</summary>
    /// <param name="value">The event.</param>
    /// <returns>False when it did not fit what runs, and nothing happened.</returns>
    public bool Apply(in SimulationEvent value)
    {
        AppliedCount++;
        if (value.Kind == EventKind.TimedHypercall) _latest = Resolve(in value);
        else _latest = value;
        bool wasApplied = Select(value.Cpu) && ApplyToWhatRuns(in _latest);
        if (CpuCount > 1 && !IsUnnoticed(value.Kind)) CpuTeam.Hear(this);
        if (!wasApplied) _latest = default;
        return wasApplied;
    }

    /// <inheritdoc/>
    public void Dispose() => Machine.Dispose();

    private int Sum(Func<SimulatedProcessor, int> count)
    {
        int sum = 0;
        foreach (SimulatedProcessor processor in _processors) sum += count(processor);
        return sum;
    }

    // What nobody notices before another event.
    private static bool IsUnnoticed(EventKind kind) =>
        kind is EventKind.RaiseLate or EventKind.SkipTime or EventKind.HoldInterrupt;

    private bool ApplyToWhatRuns(in SimulationEvent value)
    {
        if (value.Kind is >= EventKind.Raise and not EventKind.GuestSend)
            return Surroundings.Apply(this, in value);
        if (Current.IsNone || Processor.MustRepeat) return false;
        return Current.In(ref State).IsVcpu
            ? GuestStep.Apply(this, in value)
            : ThreadStep.Apply(this, in value);
    }

    private Reason Boot(ImageTables tables, ReadOnlySpan<byte> board, ulong memoryEnd)
    {
        Reason reason = ImageCheck.Check(
            tables, board, tables.Header.ImageAddress, tables.Header.MemoryBase, memoryEnd);
        if (reason != Reason.None) return reason;
        Startup<SimulatedAsp>.InitializeCpus(ref State);
        reason = Startup<SimulatedAsp>.CreateManager(ref State, tables);
        return reason != Reason.None ? reason
            : Startup<SimulatedAsp>.StartCpus(ref State, tables.Header.CpuCount);
    }
}
