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
        Processor = new SimulatedProcessor(Machine);
        Reason reason = Boot(new ImageTables(image), board, memoryEnd);
        if (reason != Reason.None) throw new SimulationException($"boot refused: {reason}");
        Processor.Dispatch();
    }

    /// <summary>The machine.</summary>
    public SimulatedMachine Machine { get; }

    /// <summary>Its processor.</summary>
    public SimulatedProcessor Processor { get; }

    /// <summary>The kernel's state.</summary>
    public ref KernelState State => ref Machine.State;

    /// <summary>The context that runs; none: idle.</summary>
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
        resolved.Words[1] += Machine.Clock.Ticks;
        return resolved;
    }

    /// <summary>Applies an event.</summary>
    /// <param name="value">The event.</param>
    /// <returns>False when it did not fit what runs, and nothing happened.</returns>
    public bool Apply(in SimulationEvent value)
    {
        AppliedCount++;
        Machine.MakeCurrent();
        if (value.Kind == EventKind.TimedHypercall) _latest = Resolve(in value);
        else _latest = value;
        bool wasApplied = ApplyToWhatRuns(in _latest);
        if (!wasApplied) _latest = default;
        return wasApplied;
    }

    /// <inheritdoc/>
    public void Dispose() => Machine.Dispose();

    private bool ApplyToWhatRuns(in SimulationEvent value)
    {
        if (value.Kind >= EventKind.Raise) return Surroundings.Apply(this, in value);
        if (Current.IsNone) return false;
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
        return Startup<SimulatedAsp>.CreateManager(ref State, tables);
    }
}
