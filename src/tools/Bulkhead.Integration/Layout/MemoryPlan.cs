// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Integration.Layout;

/// <summary>Hands out host-physical memory behind the system image, upward.</summary>
public sealed class MemoryPlan
{
    /// <summary>Partition number of what belongs to the partition manager.</summary>
    public const uint Manager = uint.MaxValue;

    private readonly List<MemoryRecord> _records = [];
    private ulong _next;

    /// <summary>Begins a plan with the system image as record 0.</summary>
    /// <param name="imageAddress">Host-physical address of the image.</param>
    /// <param name="imageSize">Bytes of the image, whole pages.</param>
    public MemoryPlan(ulong imageAddress, ulong imageSize)
    {
        _next = imageAddress + imageSize;
        Add(imageAddress, imageSize, MemoryAccess.Read | MemoryAccess.Execute, Manager);
    }

    /// <summary>The records so far.</summary>
    public IReadOnlyList<MemoryRecord> Records => _records;

    /// <summary>The address after the last one that is used.</summary>
    public ulong End => _next;

    /// <summary>Hands out memory.</summary>
    /// <param name="size">Bytes, whole pages.</param>
    /// <param name="alignment">A power of two, at least a page.</param>
    /// <param name="access">Greatest access.</param>
    /// <param name="partition">Who it is for.</param>
    /// <returns>Index of the new record.</returns>
    public int Allocate(ulong size, ulong alignment, MemoryAccess access, uint partition)
    {
        ulong address = Alignment.Up(_next, alignment);
        _next = checked(address + size);
        return Add(address, size, access, partition);
    }

    /// <summary>Adds the registers of a device.</summary>
    /// <param name="address">Host-physical address, a page boundary.</param>
    /// <param name="size">Bytes, whole pages.</param>
    /// <param name="partition">Who owns it.</param>
    /// <returns>Index of the record; one that is there already is used again.</returns>
    public int Device(ulong address, ulong size, uint partition)
    {
        int known = _records.FindIndex(r => r.HostAddress == address && r.Bytes == size);
        return known >= 0 ? known : Add(address, size,
            MemoryAccess.Read | MemoryAccess.Write | MemoryAccess.Device, partition);
    }

    private int Add(ulong address, ulong size, MemoryAccess access, uint partition)
    {
        _records.Add(new MemoryRecord
        {
            HostAddress = address,
            Bytes = size,
            Access = access,
            Partition = partition,
        });
        return _records.Count - 1;
    }
}
