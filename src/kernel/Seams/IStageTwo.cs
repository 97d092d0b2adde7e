// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Seams;

/// <summary>Encoding and maintenance of second-stage tables: radix tables of 512 entries, leaves of
/// 4 KiB (level 3) and 2 MiB (level 2).</summary>
public interface IStageTwo
{
    /// <summary>Host-physical address of the kernel state's first byte.</summary>
    static abstract HostPhysicalAddress StateBase { get; }

    /// <summary>Descriptor of a next-level table.</summary>
    /// <param name="table">Its address.</param>
    /// <returns>The descriptor.</returns>
    static abstract ulong EncodeTable(HostPhysicalAddress table);

    /// <summary>Descriptor of a leaf.</summary>
    /// <param name="target">Host address, aligned to the leaf's size.</param>
    /// <param name="access">Access and memory type.</param>
    /// <param name="level">2 or 3.</param>
    /// <returns>The descriptor.</returns>
    static abstract ulong EncodeLeaf(HostPhysicalAddress target, MemoryAccess access, int level);

    /// <summary>Whether a descriptor is valid.</summary>
    /// <param name="entry">The descriptor.</param>
    /// <returns>Whether hardware would use it.</returns>
    static abstract bool IsValid(ulong entry);

    /// <summary>Whether a valid descriptor above level 3 names a table.</summary>
    /// <param name="entry">The descriptor.</param>
    /// <returns>Whether it is a table.</returns>
    static abstract bool IsTable(ulong entry);

    /// <summary>The host address in a valid descriptor.</summary>
    /// <param name="entry">The descriptor.</param>
    /// <returns>The address.</returns>
    static abstract HostPhysicalAddress AddressOf(ulong entry);

    /// <summary>The translation-root register's value.</summary>
    /// <param name="root">Address of the root table.</param>
    /// <param name="vmid">Address-space identifier.</param>
    /// <returns>The value.</returns>
    static abstract ulong EncodeRoot(HostPhysicalAddress root, ushort vmid);

    /// <summary>Makes table writes that only turned invalid entries valid visible to the
    /// walkers.</summary>
    static abstract void PublishTables();

    /// <summary>Makes table writes visible and removes every cached translation of an address
    /// space, on all CPUs, before it returns.</summary>
    /// <param name="translationRoot">The address space's root register value.</param>
    static abstract void InvalidateSpace(ulong translationRoot);
}
