// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Bulkhead.Integration.GuestImages;

/// <summary>
/// Expands kernels that distributions compress: gzip, and the EFI wrapper <c>vmlinuz.efi</c> with a
/// gzip payload ("MZ", "zimg" at 4, offset at 8, size at 12, method at 24).
/// </summary>
public static class KernelCompression
{
    // Larger than any kernel; keeps a malicious file from filling the machine.
    private const int ExpandedSizeMax = 512 << 20;
    private const int WrapperHeaderSize = 56;

    /// <summary>Expands a file.</summary>
    /// <param name="file">Any bytes.</param>
    /// <returns>The expanded bytes, or the file itself when it is not compressed.</returns>
    /// <exception cref="GuestImageException">Damaged, too large, or another method.</exception>
    public static ReadOnlyMemory<byte> Expand(ReadOnlyMemory<byte> file)
    {
        ReadOnlyMemory<byte> inner = Unwrap(file);
        return IsGzip(inner.Span) ? Gunzip(inner) : inner;
    }

    private static bool IsGzip(ReadOnlySpan<byte> file) => file is [0x1f, 0x8b, _, _, ..];

    private static ReadOnlyMemory<byte> Unwrap(ReadOnlyMemory<byte> file)
    {
        ReadOnlySpan<byte> span = file.Span;
        if (span.Length < WrapperHeaderSize || !span.StartsWith("MZ"u8)
            || !span[4..].StartsWith("zimg"u8))
        {
            return file;
        }

        uint offset = BinaryPrimitives.ReadUInt32LittleEndian(span[8..]);
        uint size = BinaryPrimitives.ReadUInt32LittleEndian(span[12..]);
        string method = Encoding.ASCII.GetString(span.Slice(24, 32)).TrimEnd('\0');
        if (method != "gzip")
        {
            throw new GuestImageException(
                $"the kernel is compressed with `{method}`", "expand it to a plain Image first");
        }

        return (ulong)offset + size <= (ulong)file.Length
            ? file.Slice((int)offset, (int)size)
            : throw new GuestImageException("the compressed kernel is truncated", "fetch it again");
    }

    private static ReadOnlyMemory<byte> Gunzip(ReadOnlyMemory<byte> file)
    {
        try
        {
            using MemoryStream input = new(file.ToArray());
            using GZipStream gzip = new(input, CompressionMode.Decompress);
            using MemoryStream output = new();
            byte[] buffer = new byte[1 << 16];
            for (int count; (count = gzip.Read(buffer)) > 0;)
            {
                output.Write(buffer, 0, count);
                if (output.Length > ExpandedSizeMax)
                {
                    throw new GuestImageException(
                        "the expanded kernel is unreasonably large", "check the file");
                }
            }

            // The library takes a truncated file for a short one; the trailer knows better
            // (RFC 1952, 2.3.1: the last four bytes are the expanded size).
            uint size = BinaryPrimitives.ReadUInt32LittleEndian(file.Span[^4..]);
            return size == output.Length ? output.GetBuffer().AsMemory(0, (int)output.Length)
                : throw new GuestImageException(
                    "the compressed kernel is truncated", "fetch it again");
        }
        catch (InvalidDataException e)
        {
            throw new GuestImageException(
                $"the compressed kernel is damaged: {e.Message.TrimEnd('.')}", "fetch it again");
        }
    }
}
