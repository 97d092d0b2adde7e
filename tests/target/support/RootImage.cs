// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;

namespace Bulkhead.Suite;

/// <summary>What a program in the place of the partition manager reads in the system image.
/// </summary>
/// <param name="address">Address of the system image.</param>
public readonly struct RootImage(ulong address)
{
    private const int TablesBytes = 0x1_0000;

    private const MemoryAccess Everything =
        MemoryAccess.Read | MemoryAccess.Write | MemoryAccess.Execute;

    /// <summary>The image's header.</summary>
    public SystemImageHeader Header => Records.At<SystemImageHeader>(Tables, 0);

    /// <summary>Selector of the virtual machine's memory in the description; 0: there is none.
    /// </summary>
    public uint Memory => Find(Everything, Everything);

    /// <summary>Selector of the last device's registers; 0: there is none.</summary>
    public uint Device => Find(MemoryAccess.Device, MemoryAccess.Device);

    /// <summary>The number that the description gives a partition.</summary>
    public ulong Argument
    {
        get
        {
            ulong greatest = 0; // the other partitions have none
            for (uint index = 0; index < Header.Partitions.Count; index++)
            {
                PartitionRecord record = At<PartitionRecord>(Header.Partitions, index);
                if (record.Argument > greatest) greatest = record.Argument;
            }
            return greatest;
        }
    }

    private ReadOnlySpan<byte> Tables =>
        MemoryWindow.OfMapping(address, TablesBytes, MemoryAccess.Read).Read(0, TablesBytes);

    /// <summary>Lets a domain see this program's code where the root has it.</summary>
    /// <param name="domain">Selector of the domain.</param>
    /// <returns>Success, or why not.</returns>
    public ResultCode MapCode(uint domain)
    {
        ResultCode code = ResultCode.Success;
        uint count = Header.ManagerSegmentCount;
        for (uint index = 0; index < count && code.IsSuccess; index++)
        {
            SegmentRecord segment = At<SegmentRecord>(Header.Segments, index);
            if ((segment.Access & MemoryAccess.Write) != 0) continue;
            code = SystemKernel.Map(
                domain, Selectors.BootSegments, segment.ImageOffset, segment.Address,
                segment.MemoryBytes, segment.Access);
        }
        return code;
    }

    // The last one whose access has these values in these bits.
    private uint Find(MemoryAccess mask, MemoryAccess value)
    {
        uint found = 0;
        for (uint index = 0; index < Header.Memory.Count; index++)
        {
            MemoryRecord record = At<MemoryRecord>(Header.Memory, index);
            if ((record.Access & mask) == value) found = Selectors.BootSegments + index;
        }
        return found;
    }

    private T At<T>(TableReference table, uint index)
        where T : unmanaged =>
        Records.At<T>(Tables, (int)table.Offset + ((int)index * Records.SizeOf<T>()));
}
