// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>
/// What a portal message carries besides its eight inline words.
/// <code>
///  63              32 31        10 9         0
/// +------------------+------------+-----------+
/// |      label       |  zero      |   words   |
/// +------------------+------------+-----------+
/// </code>
/// <c>words</c> 64-bit words (0 to 512) are copied from the sender's UTCB page to the receiver's.
/// The label is delivered unchanged and means what the two sides agree on.
/// </summary>
public readonly struct MessageDescriptor
{
    /// <summary>Most words that a UTCB page holds.</summary>
    public const uint WordsMax = 512;

    /// <summary>Bits that must be zero.</summary>
    public const ulong ReservedMask = 0xffff_fc00;

    /// <summary>The register value.</summary>
    public readonly ulong Value;

    /// <summary>Takes a register value as it is.</summary>
    /// <param name="value">The register value.</param>
    public MessageDescriptor(ulong value) { Value = value; }

    /// <summary>Builds a descriptor.</summary>
    /// <param name="label">Free for the two sides.</param>
    /// <param name="utcbWords">Words to copy from UTCB to UTCB, 0 to 512.</param>
    public MessageDescriptor(uint label, uint utcbWords) { Value = ((ulong)label << 32)
        | utcbWords; }

    /// <summary>Words to copy between the UTCB pages.</summary>
    public uint UtcbWords => (uint)(Value & 0x3ff);

    /// <summary>The label.</summary>
    public uint Label => (uint)(Value >> 32);

    /// <summary>Whether reserved bits are zero and the word count fits a page.</summary>
    public bool IsValid => (Value & ReservedMask) == 0 && UtcbWords <= WordsMax;
}
