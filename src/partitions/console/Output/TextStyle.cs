// SPDX-License-Identifier: MIT
namespace Bulkhead.Partitions.Console;

/// <summary>
/// Colours and weight of a character in eleven bits: 4:0 foreground, 9:5 background (0: the
/// terminal's own, 1 to 16: colour + 1), 10 bold.
/// </summary>
public readonly struct TextStyle
{
    private const uint ColourMask = 31;
    private const uint BoldBit = 1 << 10;

    /// <summary>The eleven bits; 0 is the terminal's normal style.</summary>
    public readonly uint Bits;

    /// <summary>Takes the bits as they are.</summary>
    /// <param name="bits">Eleven bits.</param>
    public TextStyle(uint bits) { Bits = bits; }

    /// <summary>Foreground, 1 to 16, or 0 for the terminal's own.</summary>
    public uint Foreground => Bits & ColourMask;

    /// <summary>Background, 1 to 16, or 0 for the terminal's own.</summary>
    public uint Background => (Bits >> 5) & ColourMask;

    /// <summary>Whether it is bold.</summary>
    public bool IsBold => (Bits & BoldBit) != 0;

    /// <summary>The same with another foreground.</summary>
    /// <param name="colour">0 to 16.</param>
    /// <returns>The style.</returns>
    public TextStyle WithForeground(uint colour) => new((Bits & ~ColourMask) | colour);

    /// <summary>The same with another background.</summary>
    /// <param name="colour">0 to 16.</param>
    /// <returns>The style.</returns>
    public TextStyle WithBackground(uint colour) =>
        new((Bits & ~(ColourMask << 5)) | (colour << 5));

    /// <summary>The same in bold or not.</summary>
    /// <param name="isBold">Whether bold.</param>
    /// <returns>The style.</returns>
    public TextStyle WithBold(bool isBold) => new(isBold ? Bits | BoldBit : Bits & ~BoldBit);
}
