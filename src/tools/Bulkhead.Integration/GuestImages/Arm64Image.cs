// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.GuestImages;

/// <summary>
/// The 64-byte header of an arm64 <c>Image</c> (Linux, Documentation/arch/arm64/booting.rst):
/// <code>
///  0  code0, code1        16  image_size         56  magic "ARM\x64"
///  8  text_offset         24  flags
/// </code>
/// </summary>
public static class Arm64Image
{
    /// <summary>Bytes of the header.</summary>
    public const int HeaderSize = 64;

    private const uint Magic = 0x644d_5241;
    private const ulong OldTextOffset = 0x8_0000;
    private const ulong BigEndianFlag = 1;
    private const ulong BaseAlignment = 2UL << 20;

    /// <summary>Whether bytes begin as an <c>Image</c> does.</summary>
    /// <param name="file">Any bytes.</param>
    /// <returns>True when the magic is there.</returns>
    public static bool IsImage(ReadOnlySpan<byte> file) =>
        file.Length >= HeaderSize
        && BinaryPrimitives.ReadUInt32LittleEndian(file[56..]) == Magic;

    /// <summary>Works out where an <c>Image</c> goes.</summary>
    /// <param name="file">The file, header included.</param>
    /// <param name="memory">The memory that it is loaded into.</param>
    /// <returns>The kernel.</returns>
    /// <exception cref="GuestImageException">The header asks for what cannot be given.</exception>
    public static GuestImage Read(ReadOnlyMemory<byte> file, MemoryRange memory)
    {
        ReadOnlySpan<byte> header = file.Span[..HeaderSize];
        ulong textOffset = BinaryPrimitives.ReadUInt64LittleEndian(header[8..]);
        ulong imageSize = ImageSize(header);
        ulong flags = BinaryPrimitives.ReadUInt64LittleEndian(header[24..]);
        if ((flags & BigEndianFlag) != 0)
        {
            throw new GuestImageException(
                "the kernel is big-endian", "use a little-endian kernel");
        }

        // Before 3.17 image_size was zero and text_offset of unknown byte order.
        if (imageSize == 0)
        {
            (textOffset, imageSize) = (OldTextOffset, (ulong)file.Length);
        }

        if (textOffset >= memory.Size || memory.Base % BaseAlignment != 0)
        {
            throw new GuestImageException(
                $"the kernel cannot be put 0x{textOffset:x} bytes into the memory",
                "use a base that is a multiple of 2 MiB, and more memory");
        }

        ulong load = memory.Base + textOffset;
        ulong size = Math.Max(imageSize, (ulong)file.Length);
        return new GuestImage(KernelFormat.Image, [new(load, file, size)], load);
    }

    /// <summary>The memory that the header claims, in bytes; 0 when it does not say.</summary>
    /// <param name="header">The header.</param>
    /// <returns>The size.</returns>
    public static ulong ImageSize(ReadOnlySpan<byte> header) =>
        BinaryPrimitives.ReadUInt64LittleEndian(header[16..]);

    /// <summary>Writes the memory that the image claims.</summary>
    /// <param name="header">The header, changed.</param>
    /// <param name="size">The size in bytes.</param>
    public static void SetImageSize(Span<byte> header, ulong size) =>
        BinaryPrimitives.WriteUInt64LittleEndian(header[16..], size);

    /// <summary>The header's offset from a 2 MiB boundary at which the image is loaded.</summary>
    /// <param name="header">The header.</param>
    /// <returns>The offset in bytes.</returns>
    public static ulong TextOffset(ReadOnlySpan<byte> header) =>
        BinaryPrimitives.ReadUInt64LittleEndian(header[8..]);
}
