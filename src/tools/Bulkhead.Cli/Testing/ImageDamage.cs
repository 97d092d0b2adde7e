// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Globalization;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Cli.Testing;

/// <summary>
/// Damages a system image in a bootable file, so that a test sees the kernel refuse it:
/// <c>flip OFFSET [MASK]</c> inverts bits of a byte, <c>truncate SIZE</c> cuts the image off,
/// <c>word OFFSET VALUE</c> overwrites 32 bits and leaves the hash wrong, <c>forge OFFSET VALUE</c>
/// does so and makes the table hash right again.
/// </summary>
/// <param name="Kind">What is done.</param>
/// <param name="Offset">Offset in the system image, or its new size.</param>
/// <param name="Value">The value to write, or the bits to invert.</param>
public sealed record ImageDamage(string Kind, int Offset, uint Value)
{
    private const uint WholeByte = 0xff;
    private const int HashOffset = 40;
    private const int TableBytesOffset = 56;

    /// <summary>Nothing is done.</summary>
    public static ImageDamage None { get; } = new("", 0, 0);

    /// <summary>Reads a damage.</summary>
    /// <param name="text">A word and one or two numbers.</param>
    /// <returns>The damage.</returns>
    /// <exception cref="FormatException">It is not one of those above.</exception>
    public static ImageDamage Parse(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["flip" or "truncate", string offset] =>
                new(words[0], (int)Number(offset), WholeByte),
            ["flip" or "word" or "forge", string offset, string value] =>
                new(words[0], (int)Number(offset), Number(value)),
            _ => throw new FormatException($"`{text}` is not a damage"),
        };
    }

    /// <summary>Damages a bootable file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="imageOffset">Where the system image begins in it.</param>
    /// <returns>The damaged file; the same array when nothing is done.</returns>
    /// <exception cref="FormatException">It is behind the end of the image.</exception>
    public byte[] Apply(byte[] file, int imageOffset)
    {
        if (Kind.Length == 0)
        {
            return file;
        }

        if (Offset > file.Length - imageOffset - sizeof(uint))
        {
            throw new FormatException($"{this} is behind the end of the image");
        }

        byte[] damaged = Kind == "truncate" ? file[..(imageOffset + Offset)] : [.. file];
        Span<byte> image = damaged.AsSpan(imageOffset);
        if (Kind == "flip")
        {
            image[Offset] ^= (byte)Value;
        }
        else if (Kind is "word" or "forge")
        {
            BinaryPrimitives.WriteUInt32LittleEndian(image[Offset..], Value);
        }

        if (Kind == "forge")
        {
            image.Slice(HashOffset, sizeof(ulong)).Clear();
            uint size = BinaryPrimitives.ReadUInt32LittleEndian(image[TableBytesOffset..]);
            ulong hash = Hash64.Compute(image[..(int)Math.Min(size, (uint)image.Length)]);
            BinaryPrimitives.WriteUInt64LittleEndian(image[HashOffset..], hash);
        }

        return damaged;
    }

    /// <inheritdoc/>
    public override string ToString() => Kind == "truncate" ? $"{Kind}-0x{Offset:x}"
        : $"{Kind}-0x{Offset:x}-0x{Value:x}";

    private static uint Number(string text) =>
        Integration.Description.NumberText.TryParse(text, out ulong value)
            && value <= uint.MaxValue ? (uint)value
            : throw new FormatException(string.Create(
                CultureInfo.InvariantCulture, $"`{text}` is not a number"));
}
