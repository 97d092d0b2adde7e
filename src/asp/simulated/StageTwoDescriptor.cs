// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Asp.Simulated;

/// <summary>
/// A second-stage descriptor in the format of VMSAv8-64 with 4 KiB granule (Arm ARM D8.3): what the
/// simulated walker understands.
/// <code>
///  54 53      47         12   10 9  8 7    6 5       2   1     0
/// +-----+----+-------------+--+----+----+----+---------+-----+-----+
/// | XN  |    |   address   |  | AF | SH |S2AP| MemAttr |table|valid|
/// +-----+----+-------------+--+----+----+----+---------+-----+-----+
/// </code>
/// </summary>
/// <param name="Value">The descriptor.</param>
public readonly record struct StageTwoDescriptor(ulong Value)
{
    private const ulong ValidBit = 1;
    private const ulong TableBit = 2;
    private const ulong NormalMemory = 0xful << 2;
    private const ulong DeviceMemory = 0x1ul << 2;
    private const ulong ReadBit = 1ul << 6;
    private const ulong WriteBit = 1ul << 7;
    private const ulong InnerShareable = 3ul << 8;
    private const ulong AccessFlag = 1ul << 10;
    private const ulong ExecuteNeverBit = 1ul << 54;
    private const ulong AddressMask = 0x0000_ffff_ffff_f000;

    /// <summary>Whether it is used at all.</summary>
    public bool IsValid => (Value & ValidBit) != 0;

    /// <summary>Above level 3: whether it names a table.</summary>
    public bool IsTable => (Value & TableBit) != 0;

    /// <summary>Host-physical address.</summary>
    public ulong Address => Value & AddressMask;

    /// <summary>Access and memory type of a leaf.</summary>
    public MemoryAccess Access
    {
        get
        {
            MemoryAccess access = MemoryAccess.None;
            if ((Value & ReadBit) != 0) access |= MemoryAccess.Read;
            if ((Value & WriteBit) != 0) access |= MemoryAccess.Write;
            if ((Value & ExecuteNeverBit) == 0) access |= MemoryAccess.Execute;
            if ((Value & NormalMemory) == DeviceMemory) access |= MemoryAccess.Device;
            return access;
        }
    }

    /// <summary>Whether a leaf of a level is one that hardware takes: access flag set, address
    /// aligned to its size.</summary>
    /// <param name="level">1 to 3.</param>
    /// <returns>Whether it is.</returns>
    public bool IsLeafOf(int level)
    {
        bool isLeaf = level == 3 ? IsTable : level == 2 && !IsTable;
        ulong size = level == 3 ? 1ul << 12 : 1ul << 21;
        return IsValid && isLeaf && (Value & AccessFlag) != 0 && (Address & (size - 1)) == 0;
    }

    /// <summary>A descriptor of a table.</summary>
    /// <param name="table">Host-physical address of the table.</param>
    /// <returns>The descriptor.</returns>
    public static StageTwoDescriptor Table(ulong table) => new(table | TableBit | ValidBit);

    /// <summary>A descriptor of a leaf.</summary>
    /// <param name="target">Host-physical address.</param>
    /// <param name="access">Access and memory type.</param>
    /// <param name="level">2 or 3.</param>
    /// <returns>The descriptor.</returns>
    public static StageTwoDescriptor Leaf(ulong target, MemoryAccess access, int level)
    {
        ulong value = target | AccessFlag | InnerShareable | ValidBit;
        if (level == 3) value |= TableBit;
        if ((access & MemoryAccess.Read) != 0) value |= ReadBit;
        if ((access & MemoryAccess.Write) != 0) value |= WriteBit;
        if ((access & MemoryAccess.Execute) == 0) value |= ExecuteNeverBit;
        value |= (access & MemoryAccess.Device) != 0 ? DeviceMemory : NormalMemory;
        return new StageTwoDescriptor(value);
    }
}
