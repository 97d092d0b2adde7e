// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Specification;
using Spec = Bulkhead.Specification.Objects;

namespace Bulkhead.Simulation.Oracle;

/// <summary>
/// Which object of the specification is which row of the kernel. Both sides reach objects by
/// capabilities only, so the slot of an object's first capability says which they are.
/// </summary>
internal sealed class Naming
{
    private readonly Dictionary<ObjectId, Link<ObjectHeader>> _rows = [];
    private readonly Dictionary<uint, ObjectId> _names = [];

    /// <summary>Says that an object is a row.</summary>
    internal void Bind(ObjectId id, Link<ObjectHeader> row)
    {
        if (!_rows.TryAdd(id, row) || !_names.TryAdd(row.Offset, id))
        {
            throw new DisagreementException($"{id} and row {row.Offset:x} are named twice");
        }
    }

    /// <summary>The object of a row; none when it has no name.</summary>
    internal ObjectId NameOf(uint offset) =>
        offset == 0 ? ObjectId.None : _names.GetValueOrDefault(offset);

    /// <summary>The row of an object.</summary>
    internal Link<T> RowOf<T>(ObjectId id)
        where T : unmanaged =>
        _rows.TryGetValue(id, out Link<ObjectHeader> row)
            ? row.Reinterpret<T>()
            : throw new DisagreementException($"{id} has no row");

    /// <summary>The kernel's slot.</summary>
    internal ref Capability Slot(ref KernelState state, SlotName slot) =>
        ref RowOf<ProtectionDomain>(slot.Domain).In(ref state).Slots.At(slot.Selector)
            .In(ref state);

    /// <summary>Follows a step: objects that went lose their names, new ones get theirs by their
    /// first capability.</summary>
    internal void Follow(
        ref KernelState state, SpecificationState before, SpecificationState after)
    {
        if (ReferenceEquals(before.Objects, after.Objects)) return;
        if (before.Objects.Count + after.LastName - before.LastName != after.Objects.Count)
        {
            Forget(after);
        }
        for (int name = before.LastName + 1; name <= after.LastName; name++)
        {
            if (after.Find<Spec.KernelObject>(new ObjectId(name)) is not { } item) continue;
            ref Capability first = ref Slot(ref state, item.First);
            if (first.IsEmpty)
            {
                throw new DisagreementException($"{item.First} is empty in the kernel");
            }
            Bind(item.Id, first.Object);
        }
    }

    private void Forget(SpecificationState after)
    {
        foreach ((ObjectId id, Link<ObjectHeader> row) in _rows)
        {
            if (after.Objects.ContainsKey(id)) continue;
            _names.Remove(row.Offset);
            _rows.Remove(id);
        }
    }
}
