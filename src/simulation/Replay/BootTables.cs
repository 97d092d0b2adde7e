// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Simulation.Replay;

/// <summary>
/// The part of a system image that the kernel's state depends on: its tables, with the manager's
/// program left out. A trace carries it, so that the simulation boots what the target booted
/// without the target's tool chain.
/// </summary>
public sealed class BootTables
{
    private const MemoryAccess Everything =
        MemoryAccess.Read | MemoryAccess.Write | MemoryAccess.Execute;

    private readonly byte[] _bytes;
    private readonly SystemImageHeader _header;

    private BootTables(byte[] bytes)
    {
        _bytes = bytes;
        _header = MemoryMarshal.Read<SystemImageHeader>(bytes);
        Code = At<SegmentRecord>(_header.Segments, 0);
        RegionSelector = FindRegion();
    }

    /// <summary>The tables, an image of its own for the kernel.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The board's name.</summary>
    public ReadOnlySpan<byte> Board =>
        _bytes.AsSpan((int)Marshal.OffsetOf<SystemImageHeader>(nameof(SystemImageHeader.Board)),
            PartitionName.BytesMax).TrimEnd((byte)0);

    /// <summary>First address behind the memory that the image needs.</summary>
    public ulong MemoryEnd => _header.MemoryBase + _header.MemoryBytes;

    /// <summary>The program's text.</summary>
    public SegmentRecord Code { get; }

    /// <summary>The root's selector of the memory that the region is in: the last that may be
    /// written and executed.</summary>
    public uint RegionSelector { get; }

    /// <summary>Host-physical address of the region.</summary>
    public ulong RegionAddress => Memory(RegionSelector - Selectors.BootSegments).HostAddress;

    /// <summary>First physical address of the board's memory.</summary>
    public ulong MemoryBase => _header.MemoryBase;

    /// <summary>Number of memory segments that the root starts with.</summary>
    public uint MemoryCount => _header.Memory.Count;

    /// <summary>A memory segment that the root starts with.</summary>
    /// <param name="index">Below <see cref="MemoryCount"/>.</param>
    /// <returns>It.</returns>
    public MemoryRecord Memory(uint index) => At<MemoryRecord>(_header.Memory, index);

    /// <summary>Takes the tables out of a system image.</summary>
    /// <param name="image">The image, whole.</param>
    /// <returns>The tables.</returns>
    /// <exception cref="FormatException">It is no image with a follower in it.</exception>
    public static BootTables Of(ReadOnlySpan<byte> image)
    {
        SystemImageHeader header = ReadHeader(image);
        byte[] bytes = image[..(int)header.TableBytes].ToArray();
        for (uint index = 0; index < header.ManagerSegmentCount; index++)
        {
            int offset = (int)header.Segments.Offset
                + ((int)index * Unsafe.SizeOf<SegmentRecord>());
            SegmentRecord segment = MemoryMarshal.Read<SegmentRecord>(bytes.AsSpan(offset));
            segment.FileBytes = 0;
            segment.Hash = Hash64.Compute([]);
            MemoryMarshal.Write(bytes.AsSpan(offset), in segment);
        }
        WriteHash(bytes);
        return new BootTables(bytes);
    }

    /// <summary>Puts these tables into the image that they came from, or into one that has the same
    /// program.</summary>
    /// <param name="image">The image, whole.</param>
    /// <returns>An image of the same size.</returns>
    /// <exception cref="FormatException">It has another program.</exception>
    public byte[] PutInto(ReadOnlySpan<byte> image)
    {
        SystemImageHeader header = ReadHeader(image);
        if (header.ManagerSegmentCount != _header.ManagerSegmentCount
            || header.TotalBytes != _header.TotalBytes)
        {
            throw new FormatException("the tables were made for another image");
        }
        byte[] bytes = image.ToArray();
        _bytes.CopyTo(bytes, 0);
        for (uint index = 0; index < header.ManagerSegmentCount; index++)
        {
            int offset = (int)header.Segments.Offset
                + ((int)index * Unsafe.SizeOf<SegmentRecord>());
            image.Slice(offset, Unsafe.SizeOf<SegmentRecord>()).CopyTo(
                bytes.AsSpan(
                    (int)_header.Segments.Offset + offset - (int)header.Segments.Offset));
        }
        WriteHash(bytes.AsSpan(0, (int)_header.TableBytes));
        return bytes;
    }

    private static void WriteHash(Span<byte> tables)
    {
        int hash = (int)Marshal.OffsetOf<SystemImageHeader>(nameof(SystemImageHeader.TableHash));
        BinaryPrimitives.WriteUInt64LittleEndian(
            tables[hash..], Hash64.ComputeWithHole(tables, hash));
    }

    /// <summary>The same tables with other memory and resources.</summary>
    /// <param name="memory">The memory that the root starts with.</param>
    /// <param name="resources">What partitions own besides.</param>
    /// <param name="memoryEnd">First address behind the memory.</param>
    /// <returns>The tables.</returns>
    public BootTables With(
        ReadOnlySpan<MemoryRecord> memory, ReadOnlySpan<ResourceRecord> resources, ulong memoryEnd)
    {
        SystemImageHeader header = _header;
        List<byte> bytes = [.. _bytes];
        header.Memory = Append(bytes, memory);
        header.Resources = Append(bytes, resources);
        header.MemoryBytes = memoryEnd - header.MemoryBase;
        header.TableBytes = (uint)bytes.Count;
        byte[] tables = [.. bytes];
        MemoryMarshal.Write(tables, in header);
        WriteHash(tables);
        return new BootTables(tables);
    }

    private static TableReference Append<T>(List<byte> bytes, ReadOnlySpan<T> records)
        where T : unmanaged
    {
        while (bytes.Count % sizeof(ulong) != 0) bytes.Add(0);
        TableReference table = new()
        {
            Offset = (uint)bytes.Count, Count = (uint)records.Length,
        };
        bytes.AddRange(MemoryMarshal.AsBytes(records));
        return table;
    }

    /// <summary>Takes tables as <see cref="Bytes"/> gave them.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>The tables.</returns>
    /// <exception cref="FormatException">They are no tables with a follower in them.</exception>
    public static BootTables Read(ReadOnlySpan<byte> bytes)
    {
        ReadHeader(bytes);
        return new BootTables(bytes.ToArray());
    }

    private static SystemImageHeader ReadHeader(ReadOnlySpan<byte> image)
    {
        SystemImageHeader header = image.Length < Unsafe.SizeOf<SystemImageHeader>()
            ? default : MemoryMarshal.Read<SystemImageHeader>(image);
        return header.Magic == SystemImageHeader.MagicValue && header.TableBytes <= image.Length
            ? header : throw new FormatException("no system image");
    }

    private uint FindRegion()
    {
        for (uint index = MemoryCount; index > 0; index--)
        {
            if (Memory(index - 1).Access == Everything) return Selectors.BootSegments + index - 1;
        }
        throw new FormatException("the image has no memory that may be written and executed");
    }

    private T At<T>(TableReference table, uint index)
        where T : unmanaged
    {
        long offset = table.Offset + ((long)index * Unsafe.SizeOf<T>());
        return index < table.Count && offset + Unsafe.SizeOf<T>() <= _bytes.Length
            ? MemoryMarshal.Read<T>(_bytes.AsSpan((int)offset))
            : throw new FormatException("a table of the image is cut off");
    }
}
