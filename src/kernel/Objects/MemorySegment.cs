// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>A range of host-physical memory or device registers.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct MemorySegment : IPoolRow
{
    /// <summary>Common header; must be the first field.</summary>
    public ObjectHeader Header;

    /// <summary>First address, page-aligned.</summary>
    public HostPhysicalAddress Base;

    /// <summary>Bytes, a multiple of the page size.</summary>
    public ulong Bytes;

    /// <summary><see cref="MemoryAccess.Device"/> or none.</summary>
    public MemoryAccess Attributes;

    readonly bool IPoolRow.IsFree => Header.Kind == Abi.ObjectKind.None;
}
