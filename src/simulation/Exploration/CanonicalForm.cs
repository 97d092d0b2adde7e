// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Bulkhead.Asp.Simulated.Snapshots;
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Running;

namespace Bulkhead.Simulation.Exploration;

/// <summary>
/// What of a state is behaviour, as a hash. Objects are named in the order in which a walk from the
/// running context and the partition manager's domain meets them, so that it does not matter which
/// rows they have; times count from now; generations and keys only say whether a reference still
/// holds; what free rows keep, what time was consumed and what registers hold is left out. Two
/// states of one form must do the same under every event: <see cref="MergeCheck"/> tries that.
/// </summary>
internal sealed partial class CanonicalForm
{
    private const ulong Dangling = 1;
    private const uint FirstName = 2;
    private const uint NameMask = 0xffff;
    private const int NameBits = 16;
    private const int ObjectsMax = 512;

    private readonly FootprintSize _size;
    private readonly uint[] _interrupts;
    private readonly uint[] _names = new uint[(StateBlock.Size / sizeof(ulong)) + 1];
    private readonly (uint Offset, ObjectKind Kind)[] _objects =
        new (uint Offset, ObjectKind Kind)[ObjectsMax];

    private readonly ulong[] _translations = new ulong[HardwareWords.CountMax];

    private SimulatedMachine _machine = null!;
    private StateHasher _hasher;
    private uint _epoch;
    private int _count;
    private ulong _now;

    /// <summary>A form for states of a footprint.</summary>
    /// <param name="size">What can be in use.</param>
    /// <param name="interrupts">Physical interrupts that can be other than at reset.</param>
    internal CanonicalForm(FootprintSize size, uint[] interrupts)
    {
        _size = size;
        _interrupts = interrupts;
    }

    /// <summary>Gets or sets whether cached translations belong to the form.</summary>
    internal bool HasTranslations { get; set; } = true;

    /// <summary>Gets the words that make the hash, for whoever asks why two forms differ.</summary>
    internal List<ulong>? Trace { get; set; }

    /// <summary>The hash of a world's state.</summary>
    internal StateHash Compute(World world)
    {
        Begin(world.Machine);
        ref KernelState state = ref world.State;
        int cpus = world.CpuCount;
        for (int cpu = 0; cpu < cpus; cpu++)
        {
            Emit(Context(ref state, world.Processors[cpu].Current));
        }
        Emit(Domain(ref state, state.System.RootDomain));
        Emit(Context(ref state, state.System.RootThread));
        for (int cpu = 0; cpu < cpus; cpu++)
        {
            EmitCpu(ref state, ref state.Cpus[cpu], world.Processors[cpu].Current.IsNone);
        }
        for (int next = 0; next < _count; next++)
        {
            (uint offset, ObjectKind kind) = _objects[next];
            EmitObject(ref state, offset, kind);
        }

        EmitHardware(ref state, cpus);
        return _hasher.Result;
    }

    private void Begin(SimulatedMachine machine)
    {
        _machine = machine;
        _now = machine.Clock.Ticks;
        _hasher = new StateHasher();
        _count = 0;
        if (++_epoch <= NameMask) return;
        _epoch = 1;
        Array.Clear(_names);
    }

    private void Emit(ulong word)
    {
        _hasher.Add(word);
        Trace?.Add(word);
    }

    // Ticks until a time; a time that has come is as good as any other.
    private ulong Until(ulong ticks) =>
        ticks == ulong.MaxValue ? ticks : ticks > _now ? ticks - _now : 0;

    private ulong Name(ref KernelState state, Link<ObjectHeader> link, ObjectKind kind)
    {
        if (link.IsNone) return 0;
        ref uint name = ref _names[link.Offset / sizeof(ulong)];
        if (name >> NameBits == _epoch) return name & NameMask;
        if (link.In(ref state).Kind == ObjectKind.None) return Dangling;
        name = (_epoch << NameBits) | (FirstName + (uint)_count);
        _objects[_count++] = (link.Offset, kind);
        return name & NameMask;
    }

    private ulong Context(ref KernelState state, Link<ExecutionContext> link) =>
        Name(ref state, link.Reinterpret<ObjectHeader>(), ObjectKind.ExecutionContext);

    private ulong Domain(ref KernelState state, Link<ProtectionDomain> link) =>
        Name(ref state, link.Reinterpret<ObjectHeader>(), ObjectKind.ProtectionDomain);

    private ulong Scheduling(ref KernelState state, Link<SchedulingContext> link) =>
        Name(ref state, link.Reinterpret<ObjectHeader>(), ObjectKind.SchedulingContext);

    private ulong SemaphoreName(ref KernelState state, Link<Semaphore> link) =>
        Name(ref state, link.Reinterpret<ObjectHeader>(), ObjectKind.Semaphore);

    // A capability is known by its domain and selector.
    private ulong Slot(ref KernelState state, Link<Capability> link)
    {
        if (link.IsNone) return 0;
        uint first = Link<Capability>.To(ref state, ref state.Spaces[0][0]).Offset;
        uint index = (link.Offset - first) / Record.SizeOf<Capability>();
        ref ProtectionDomain domain = ref state.Domains[(int)(index / Limits.SelectorsMax)];
        ulong name = Domain(ref state, Link<ProtectionDomain>.To(ref state, ref domain));
        return (name << NameBits) | (index % Limits.SelectorsMax);
    }

    private void EmitSpace(ref KernelState state, ref ProtectionDomain domain)
    {
        Span<Capability> slots = state.Spaces[DomainIndex(ref state, ref domain)];
        EmitSlots(ref state, slots, 0, _size.Selectors);
        EmitSlots(ref state, slots, (int)Selectors.BootSegments, Footprint.BootSegmentCount);
    }

    private void EmitSlots(ref KernelState state, Span<Capability> slots, int first, int count)
    {
        ReadOnlySpan<Vector256<byte>> raw = MemoryMarshal.Cast<Capability, Vector256<byte>>(slots);
        for (int selector = first; selector < first + count; selector++)
        {
            if (raw[selector] == Vector256<byte>.Zero) continue;
            ref Capability slot = ref slots[selector];
            ulong name = Name(ref state, slot.Object, slot.Kind);
            bool isRoot = slot.Object.In(ref state).Root
                == Link<Capability>.To(ref state, ref slot);
            Emit(name | ((ulong)selector << 16) | ((ulong)slot.Kind << 24)
                | ((isRoot ? 1ul : 0) << 31) | ((ulong)slot.Rights << 32));
            Emit(Slot(ref state, slot.Parent) | (Slot(ref state, slot.Next) << 32));
        }
    }

    private static int DomainIndex(ref KernelState state, ref ProtectionDomain domain)
    {
        uint first = Link<ProtectionDomain>.To(ref state, ref state.Domains[0]).Offset;
        uint offset = Link<ProtectionDomain>.To(ref state, ref domain).Offset;
        return (int)((offset - first) / Record.SizeOf<ProtectionDomain>());
    }
}
