// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>
/// A trapped system-register access in the form of the ISS of EC 0x18 (Arm ARM D17.2.37): bits
/// 21:20 op0,
/// 19:17 op2, 16:14 op1, 13:10 CRn, 9:5 Rt, 4:1 CRm, 0 set for a read.
/// </summary>
public readonly struct RegisterAccess
{
    /// <summary>Mask of the bits that name the system register.</summary>
    public const ulong NameMask = 0x3f_fc1e;

    /// <summary>The register value.</summary>
    public readonly ulong Value;

    /// <summary>Takes a register value as it is.</summary>
    /// <param name="value">The ISS.</param>
    public RegisterAccess(ulong value) { Value = value; }

    /// <summary>Whether the guest reads.</summary>
    public bool IsRead => (Value & 1) != 0;

    /// <summary>General register; 31 is the zero register.</summary>
    public uint Register => (uint)(Value >> 5) & 31;

    /// <summary>The name bits, comparable with <see cref="Name"/>.</summary>
    public ulong RegisterName => Value & NameMask;

    /// <summary>The name bits of a system register.</summary>
    /// <param name="op0">0 to 3.</param>
    /// <param name="op1">0 to 7.</param>
    /// <param name="crn">0 to 15.</param>
    /// <param name="crm">0 to 15.</param>
    /// <param name="op2">0 to 7.</param>
    /// <returns>The name bits.</returns>
    public static ulong Name(uint op0, uint op1, uint crn, uint crm, uint op2) =>
        (op0 << 20) | (op2 << 17) | (op1 << 14) | (crn << 10) | (crm << 1);
}
