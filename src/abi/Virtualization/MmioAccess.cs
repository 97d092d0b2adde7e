// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>
/// A decoded data access of a guest (Arm ARM, ISS of a data abort with ISV = 1).
/// <code>
///  12      8 7    5  4     3      2     1  0
/// +---------+------+-----+------+-------+----+
/// | register| zero | X64 | sign | write |size|
/// +---------+------+-----+------+-------+----+
/// </code>
/// </summary>
public readonly struct MmioAccess
{
    /// <summary>The register value.</summary>
    public readonly ulong Value;

    /// <summary>Takes a register value as it is.</summary>
    /// <param name="value">The register value.</param>
    public MmioAccess(ulong value) { Value = value; }

    /// <summary>Builds an access.</summary>
    /// <param name="sizeLog2">0 to 3: 1, 2, 4 or 8 bytes.</param>
    /// <param name="isWrite">Whether the guest writes.</param>
    /// <param name="isSigned">Whether a read is sign-extended.</param>
    /// <param name="is64Bit">Whether the target register is 64 bits wide.</param>
    /// <param name="register">0 to 30, 31 is the zero register.</param>
    public MmioAccess(uint sizeLog2, bool isWrite, bool isSigned, bool is64Bit, uint register)
    {
        Value = sizeLog2 | (isWrite ? 4u : 0) | (isSigned ? 8u : 0) | (is64Bit ? 16u
            : 0) | (register << 8);
    }

    /// <summary>Bytes accessed: 1, 2, 4 or 8.</summary>
    public uint Bytes => 1u << (int)(Value & 3);

    /// <summary>Binary logarithm of the bytes accessed.</summary>
    public uint SizeLog2 => (uint)(Value & 3);

    /// <summary>Whether the guest writes.</summary>
    public bool IsWrite => (Value & 4) != 0;

    /// <summary>Whether a read is sign-extended.</summary>
    public bool IsSigned => (Value & 8) != 0;

    /// <summary>Whether the target register is 64 bits wide.</summary>
    public bool Is64Bit => (Value & 16) != 0;

    /// <summary>Register number; 31 is the zero register.</summary>
    public uint Register => (uint)(Value >> 8) & 31;
}
