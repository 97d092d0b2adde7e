// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Objects;

/// <summary>A range of physical memory.</summary>
/// <param name="Id">Its name.</param>
/// <param name="HostAddress">First host-physical address, a multiple of 4 KiB.</param>
/// <param name="Bytes">Size, a multiple of 4 KiB.</param>
/// <param name="IsDevice">Whether it is device memory.</param>
public sealed record MemorySegment(ObjectId Id, ulong HostAddress, ulong Bytes, bool IsDevice)
    : KernelObject(Id)
{
    /// <inheritdoc/>
    public override ObjectKind Kind => ObjectKind.MemorySegment;
}
