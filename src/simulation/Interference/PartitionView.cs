// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Kernel.Communication;
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Running;

namespace Bulkhead.Simulation.Interference;

/// <summary>
/// Everything that a partition can find out about the state, by its own hypercalls, registers and
/// memory map: view(j) of the unwinding conditions. What it cannot find out, such as the pool row
/// of an object, is left out; two states are alike to the partition when their views are equal.
/// </summary>
public sealed class PartitionView
{
    private readonly List<ViewItem> _items = [];
    private readonly List<uint> _names = [];
    private readonly World _world;
    private readonly Link<ProtectionDomain> _domain;

    private PartitionView(World world, Link<ProtectionDomain> domain)
    {
        _world = world;
        _domain = domain;
    }

    /// <summary>The view's items in a fixed order.</summary>
    public IReadOnlyList<ViewItem> Items => _items;

    /// <summary>Takes a partition's view.</summary>
    /// <param name="world">The system.</param>
    /// <param name="domain">The partition's domain, which is alive.</param>
    /// <returns>The view.</returns>
    public static PartitionView Of(World world, Link<ProtectionDomain> domain)
    {
        PartitionView view = new(world, domain);
        view.AddQuota();
        view.AddSlots();
        view.AddContexts();
        view.AddObjects();
        view.AddMappings();
        return view;
    }

    /// <summary>The first item in which two views differ.</summary>
    /// <param name="other">The other view.</param>
    /// <returns>A sentence; null when they are equal.</returns>
    public string? Difference(PartitionView other)
    {
        int count = Math.Min(_items.Count, other._items.Count);
        for (int index = 0; index < count; index++)
        {
            if (_items[index] != other._items[index])
            {
                return $"{_items[index]} against {other._items[index]}";
            }
        }
        return _items.Count == other._items.Count ? null
            : $"{_items.Count} items against {other._items.Count}";
    }

    private void Add(string name, int index, ulong value) => _items.Add(new(name, index, value));

    private ulong NameOf(uint offset)
    {
        if (offset == 0) return 0;
        int index = _names.IndexOf(offset);
        if (index < 0)
        {
            index = _names.Count;
            _names.Add(offset);
        }
        return (ulong)index + 1;
    }

    private void AddQuota()
    {
        ref ProtectionDomain domain = ref _domain.In(ref _world.State);
        Add("objects used", 0, domain.ObjectsUsed);
        Add("objects allowed", 0, domain.ObjectsQuota);
        Add("table pages used", 0, domain.TablePagesUsed);
        Add("table pages allowed", 0, domain.TablePagesQuota);
    }

    private void AddSlots()
    {
        ref KernelState state = ref _world.State;
        Run<Capability> slots = _domain.In(ref state).Slots;
        for (uint selector = 0; selector < slots.Count; selector++)
        {
            ref Capability slot = ref slots.At(selector).In(ref state);
            if (slot.IsEmpty) continue;
            Add("kind in slot", (int)selector, (ulong)slot.Kind);
            Add("rights in slot", (int)selector, (ulong)slot.Rights);
            Add("object in slot", (int)selector, NameOf(slot.Object.Offset));
        }
    }

    private void AddContexts()
    {
        foreach (ref ExecutionContext context in (Span<ExecutionContext>)_world.State.Contexts)
        {
            if (context.Header.Kind == ObjectKind.None || context.Domain != _domain) continue;
            AddContext(ref context, (int)NameOf(context.Self.Offset));
        }
    }

    private void AddContext(ref ExecutionContext context, int name)
    {
        ref KernelState state = ref _world.State;
        Add("state of context", name, (ulong)context.State);
        Add("kind of call of context", name, (ulong)context.CallKind);
        Add("report of context", name, context.ReportPending);
        Add("what context waits for", name, NameOf(context.WaitingOn.Offset));
        Add("deadline of context", name, context.Deadline.IsArmed ? context.Deadline.Ticks : 0);
        for (int register = 0; register < RegisterFrame.Count; register++)
        {
            Add($"register {register} of context", name, context.Frame[register]);
        }
        if (context.Utcb.IsNone) return;
        ref UtcbPage page = ref context.Utcb.In(ref state);
        ReadOnlySpan<ulong> words = page;
        Add("message page of context", name, Hash64.Compute(MemoryMarshal.AsBytes(words)));
    }

    private void AddObjects()
    {
        ref KernelState state = ref _world.State;
        Run<Capability> slots = _domain.In(ref state).Slots;
        for (uint selector = 0; selector < slots.Count; selector++)
        {
            ref Capability slot = ref slots.At(selector).In(ref state);
            if (!slot.IsEmpty) AddObject(ref slot, (int)NameOf(slot.Object.Offset));
        }
    }

    private void AddObject(ref Capability slot, int name)
    {
        ref KernelState state = ref _world.State;
        switch (slot.Kind)
        {
            case ObjectKind.Semaphore when (slot.Rights & Rights.SemaphoreDown) != 0:
                Add("count of semaphore", name,
                    slot.Object.Reinterpret<Semaphore>().In(ref state).Count);
                break;
            case ObjectKind.SchedulingContext:
                ref SchedulingContext entry =
                    ref slot.Object.Reinterpret<SchedulingContext>().In(ref state);
                Add("priority", name, entry.Priority);
                Add("budget left", name, entry.RemainingTicks);
                break;
            case ObjectKind.MemorySegment:
                ref MemorySegment segment =
                    ref slot.Object.Reinterpret<MemorySegment>().In(ref state);
                Add("bytes of segment", name, segment.Bytes);
                Add("attributes of segment", name, (ulong)segment.Attributes);
                break;
            case ObjectKind.ExecutionContext:
                ref ExecutionContext context =
                    ref slot.Object.Reinterpret<ExecutionContext>().In(ref state);
                Add("whether context is off", name, context.State == ContextState.Off ? 1u : 0);
                break;
            default:
                break;
        }
    }

    private void AddMappings()
    {
        ref KernelState state = ref _world.State;
        TranslationRoot root = new(_domain.In(ref state).TranslationRoot);
        List<(ulong Address, ulong Bytes)> ranges = [];
        foreach (ref Mapping mapping in (Span<Mapping>)state.Mappings)
        {
            if (mapping.Domain == _domain) ranges.Add((mapping.Address.Value, mapping.Entered));
        }
        ranges.Sort();
        foreach (var (address, bytes) in ranges)
        {
            Translation? at = _world.Machine.Walker.TranslateUncached(root, address);
            Add("mapping", 0, address);
            Add("bytes of mapping", 0, bytes);
            Add("access of mapping", 0, at is null ? 0 : (ulong)at.Value.Access + 1);
        }
    }
}
