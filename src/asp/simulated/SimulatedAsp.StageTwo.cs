// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Asp.Simulated.Interleaving;
using Bulkhead.Kernel.Memory;

namespace Bulkhead.Asp.Simulated;

/// <content>Second-stage tables.</content>
public readonly partial struct SimulatedAsp
{
    /// <inheritdoc/>
    public static HostPhysicalAddress StateBase => new(SimulatedMachine.StateBase);

    /// <inheritdoc/>
    public static ulong EncodeTable(HostPhysicalAddress table)
    {
        LookAtTables();
        return StageTwoDescriptor.Table(table.Value).Value;
    }

    /// <inheritdoc/>
    /// <exception cref="SimulationException">The address is not aligned to the leaf's size, or
    /// there are no leaves at the level.
    /// </exception>
    public static ulong EncodeLeaf(HostPhysicalAddress target, MemoryAccess access, int level)
    {
        LookAtTables();
        StageTwoDescriptor descriptor = StageTwoDescriptor.Leaf(target.Value, access, level);
        if (!descriptor.IsLeafOf(level))
        {
            throw new SimulationException($"no leaf of level {level} at {target.Value:x}");
        }

        return descriptor.Value;
    }

    /// <inheritdoc/>
    public static bool IsValid(ulong entry)
    {
        LookAtTables();
        return new StageTwoDescriptor(entry).IsValid;
    }

    /// <inheritdoc/>
    public static bool IsTable(ulong entry) => new StageTwoDescriptor(entry).IsTable;

    /// <inheritdoc/>
    public static HostPhysicalAddress AddressOf(ulong entry) =>
        new(new StageTwoDescriptor(entry).Address);

    /// <inheritdoc/>
    public static ulong EncodeRoot(HostPhysicalAddress root, ushort vmid) =>
        new TranslationRoot(root.Value, vmid).Value;

    /// <inheritdoc/>
    public static void PublishTables()
    {
        SimulatedMachine machine = Machine;
        machine.AtOrderingPoint(OrderingPoint.Publish);
        machine.Tables.Drain();
        machine.AtOrderingPoint(OrderingPoint.Published);
    }

    /// <inheritdoc/>
    public static void InvalidateSpace(ulong translationRoot)
    {
        SimulatedMachine machine = Machine;
        ushort space = new TranslationRoot(translationRoot).Space;
        machine.InvalidationCount++;
        machine.AtOrderingPoint(OrderingPoint.Publish);
        machine.Tables.Drain();
        machine.AtOrderingPoint(OrderingPoint.Invalidate);
        machine.Walker.Invalidate(space);
        machine.Tables.Invalidated(space);
        machine.AtOrderingPoint(OrderingPoint.Invalidated);
    }

    private static void LookAtTables()
    {
        SimulatedMachine machine = Machine;
        machine.Tables.Touch();
        machine.AtOrderingPoint(OrderingPoint.Descriptor);
    }
}
