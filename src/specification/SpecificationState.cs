// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Objects;
using Bulkhead.Specification.Scheduling;

namespace Bulkhead.Specification;

/// <summary>
/// Everything that programs and guests can find out about a kernel, as one immutable value. What
/// happens to it is said by <see cref="SystemModel.Step"/>.
/// </summary>
public sealed record SpecificationState
{
    /// <summary>How much of everything there is.</summary>
    public Capacities Capacities { get; init; } = new();

    /// <summary>The system counter.</summary>
    public ulong NowTicks { get; init; }

    /// <summary>All objects by name.</summary>
    public ImmutableDictionary<ObjectId, KernelObject> Objects { get; init; } =
        ImmutableDictionary<ObjectId, KernelObject>.Empty;

    /// <summary>How many objects there were: the last name given.</summary>
    public int LastName { get; init; }

    /// <summary>Numbers of live objects by kind, and of mappings and table pages.</summary>
    public Usage Usage { get; init; } = new();

    /// <summary>Scheduling contexts that compete for the processor: by descending priority, within
    /// a priority by time partition, and within that in the order of their turns. One of those that
    /// the open window admits pays for what runs.</summary>
    public ImmutableArray<ObjectId> Ready { get; init; } = [];

    /// <summary>What happens at a known time, by ascending time.</summary>
    public ImmutableArray<Deadline> Deadlines { get; init; } = [];

    /// <summary>The execution context that runs; none: the processor is idle.</summary>
    public ObjectId Running { get; init; }

    /// <summary>Whether an interrupt line changed since interrupts were last taken.</summary>
    public bool HasNews { get; init; }

    /// <summary>The virtual CPU whose registers are in the hardware: the last that ran. Only its
    /// timer is the hardware's.</summary>
    public ObjectId LoadedVcpu { get; init; }

    /// <summary>Until when <see cref="Payer"/> was charged, in ticks. Time is charged when the
    /// scheduler decides.</summary>
    public ulong ChargedTicks { get; init; }

    /// <summary>The scheduling context that pays for what runs; none while idle.</summary>
    public ObjectId Payer { get; init; }

    /// <summary>Counter when the first virtual CPU entered its guest; 0: none did.</summary>
    public ulong FirstGuestEntryTicks { get; init; }

    /// <summary>The schedules that there are, with and without windows.</summary>
    public ImmutableArray<Schedule> Schedules { get; init; } = Schedule.None;

    /// <summary>Where the processor is in its schedule.</summary>
    public MajorFrame Frame { get; init; } = new();

    /// <summary>Whether the machine still runs.</summary>
    public MachinePower Power { get; init; }

    /// <summary>An object.</summary>
    /// <typeparam name="T">Its kind.</typeparam>
    /// <param name="id">Its name.</param>
    /// <returns>The object; null if it is gone or of another kind.</returns>
    public T? Find<T>(ObjectId id)
        where T : KernelObject => Objects.GetValueOrDefault(id) as T;

    /// <summary>An object that is known to exist.</summary>
    /// <typeparam name="T">Its kind.</typeparam>
    /// <param name="id">Its name.</param>
    /// <returns>The object.</returns>
    public T Get<T>(ObjectId id)
        where T : KernelObject => (T)Objects[id];

    /// <summary>What a slot holds.</summary>
    /// <param name="slot">The slot.</param>
    /// <returns>The capability, or null.</returns>
    public Capability? At(SlotName slot) =>
        Find<ProtectionDomain>(slot.Domain)?.Slots[(int)slot.Selector];
}
