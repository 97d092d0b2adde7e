// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Integration.Emit;

/// <summary>Writes header, tables and body of a system image, and its hash.</summary>
public static class SystemImageWriter
{
    /// <summary>Bytes kept for header and tables; the body begins behind them.</summary>
    public const uint TableAreaSize = 64 << 10;

    /// <summary>Writes an image.</summary>
    /// <param name="tables">Its records.</param>
    /// <param name="body">Its body, which begins at <see cref="TableAreaSize"/>.</param>
    /// <returns>The image, whole pages.</returns>
    /// <exception cref="InvalidOperationException">The tables do not fit their area.</exception>
    public static byte[] Write(SystemImageTables tables, ImageBody body)
    {
        byte[] image = new byte[body.End];
        SystemImageHeader header = tables.Header;
        uint offset = (uint)Marshal.SizeOf<SystemImageHeader>();
        header.Partitions = Append(image, AddThreads(image, tables, ref offset), ref offset);
        header.Segments = Append(image, tables.Segments, ref offset);
        header.Resources = Append(image, tables.Resources, ref offset);
        header.Payloads = Append(image, tables.Payloads, ref offset);
        header.Channels = Append(image, tables.Channels, ref offset);
        header.Memory = Append(image, tables.Memory, ref offset);
        header.FrameWindows = Append(image, tables.FrameWindows, ref offset);
        header.Magic = SystemImageHeader.MagicValue;
        header.Version = SystemImageHeader.VersionValue;
        header.Architecture = SystemImageHeader.ArchitectureArm64;
        header.TableBytes = offset;
        header.TotalBytes = (ulong)image.Length;
        header.TableHash = 0;
        MemoryMarshal.Write(image, in header);
        header.TableHash = Hash64.Compute(image.AsSpan(0, (int)offset));
        MemoryMarshal.Write(image, in header);
        body.CopyTo(image);
        return image;
    }

    // A partition's record says where its threads are.
    private static List<PartitionRecord> AddThreads(
        byte[] image, SystemImageTables tables, ref uint offset)
    {
        List<PartitionRecord> partitions = [.. tables.Partitions];
        for (int id = 0; id < tables.Threads.Count; id++)
        {
            if (tables.Threads[id].Count > 0)
            {
                TableReference threads = Append(image, tables.Threads[id], ref offset);
                partitions[id] = partitions[id] with { Threads = threads.Offset | threads.Count };
            }
        }

        return partitions;
    }

    private static TableReference Append<T>(byte[] image, List<T> records, ref uint offset)
        where T : unmanaged
    {
        offset = (offset + 7) & ~7u;
        TableReference reference = new() { Offset = offset, Count = (uint)records.Count };
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(records));
        if (offset + (uint)bytes.Length > TableAreaSize)
        {
            throw new InvalidOperationException(
                $"the tables of the system image are larger than {TableAreaSize} bytes");
        }

        bytes.CopyTo(image.AsSpan((int)offset));
        offset += (uint)bytes.Length;
        return reference;
    }
}
