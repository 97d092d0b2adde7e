// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Objects;

namespace Bulkhead.Specification;

/// <summary>
/// One transition while it is being worked out: the state so far, and what was seen. States are
/// immutable, so going back is keeping the old one.
/// </summary>
internal sealed class Step(SpecificationState state)
{
    private ImmutableArray<Delivery> _deliveries = [];
    private ImmutableArray<byte> _console = [];

    /// <summary>The state so far.</summary>
    internal SpecificationState State { get; set; } = state;

    /// <summary>Whether several scheduling contexts may have begun to compete in this step whose
    /// order within a priority is not specified.</summary>
    internal bool IsOrderFree { get; set; }

    /// <summary>Whether something happened that may change who runs. Otherwise the one that pays
    /// goes on paying, and is not charged yet.</summary>
    internal bool MustChoose { get; set; }

    /// <summary>The native thread that runs.</summary>
    internal NativeThread RunningThread =>
        State.Find<NativeThread>(State.Running)
        ?? throw new EventNotPossibleException("no native thread runs");

    /// <summary>The virtual CPU that runs.</summary>
    internal VirtualCpu RunningVcpu =>
        State.Find<VirtualCpu>(State.Running)
        ?? throw new EventNotPossibleException("no guest runs");

    /// <summary>An object that is known to exist.</summary>
    internal T Get<T>(ObjectId id)
        where T : KernelObject => (T)State.Objects[id];

    /// <summary>An object, if it still exists.</summary>
    internal T? Find<T>(ObjectId id)
        where T : KernelObject => State.Find<T>(id);

    /// <summary>Replaces an object by its new version.</summary>
    internal void Put(KernelObject item) =>
        State = State with { Objects = State.Objects.SetItem(item.Id, item) };

    /// <summary>Gives registers x0 upward to a context.</summary>
    internal void Deliver(ObjectId context, params ImmutableArray<ulong> registers) =>
        _deliveries = _deliveries.Add(new Delivery(context, registers));

    /// <summary>Notes that a thread goes on at another place, with registers.</summary>
    internal void Redirect(ObjectId context, ulong place, ImmutableArray<ulong> registers) =>
        _deliveries = _deliveries.Add(new Delivery(context, registers, place));

    /// <summary>Writes to the boot console.</summary>
    internal void Write(ReadOnlySpan<byte> bytes) => _console = [.. _console, .. bytes];

    /// <summary>What came of it.</summary>
    internal Transition Finish() =>
        new(State, new Outcome(_deliveries, State.Running, _console, IsOrderFree));
}
