// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Boot;

/// <summary>
/// What the kernel checks of a system image before it makes anything of it: that the tables are
/// whole, and that no record can reach the kernel's memory or overlap another. The rest concerns
/// partitions alone and is the partition manager's to check.
/// </summary>
public static class ImageCheck
{
    // Offset of TableHash in the header: the hash covers the table area with this field as zero.
    private const int HashOffset = 40;

    /// <summary>Checks a system image.</summary>
    /// <param name="tables">The image.</param>
    /// <param name="board">Name of the board that this kernel runs on.</param>
    /// <param name="imageAddress">Host address that the image is at.</param>
    /// <param name="memoryBase">First address of the board's memory.</param>
    /// <param name="memoryEnd">First address behind it.</param>
    /// <returns><see cref="Reason.None"/>, or why the image is refused.</returns>
    public static Reason Check(
        in ImageTables tables, ReadOnlySpan<byte> board, ulong imageAddress, ulong memoryBase,
        ulong memoryEnd)
    {
        Reason reason = CheckHeader(in tables, board, imageAddress);
        if (reason == Reason.None) reason = CheckExtent(in tables.Header, memoryBase, memoryEnd);
        if (reason == Reason.None) reason = CheckTables(in tables);
        if (reason == Reason.None) reason = CheckMemory(in tables);
        if (reason == Reason.None) reason = CheckManager(in tables);
        return reason;
    }

    private static Reason CheckHeader(
        in ImageTables tables, ReadOnlySpan<byte> board, ulong imageAddress)
    {
        ref readonly SystemImageHeader header = ref tables.Header;
        if (header.Magic != SystemImageHeader.MagicValue) return Reason.ImageMagic;
        if (header.Version >> 16 != SystemImageHeader.VersionValue >> 16)
        {
            return Reason.ImageVersion;
        }

        if (header.Architecture != SystemImageHeader.ArchitectureArm64)
        {
            return Reason.ImageArchitecture;
        }

        if (!IsNamed(in header.Board, board)) return Reason.ImageBoard;
        if (header.TableBytes > SystemImageHeader.TableBytesMax
            || header.TableBytes > header.TotalBytes)
        {
            return Reason.ImageTruncated;
        }
        if (tables.TableArea.Length < Record.SizeOf<SystemImageHeader>())
        {
            return Reason.ImageTruncated;
        }

        if (header.ImageAddress != imageAddress) return Reason.ImageRecord;
        return HashOf(tables.TableArea) == header.TableHash ? Reason.None : Reason.ImageTableHash;
    }

    private static ulong HashOf(ReadOnlySpan<byte> area) =>
        Hash64.ComputeWithHole(area, HashOffset);

    private static bool IsNamed(in PartitionName name, ReadOnlySpan<byte> board)
    {
        for (int index = 0; index < PartitionName.BytesMax; index++)
        {
            if (name[index] != (index < board.Length ? board[index] : 0)) return false;
        }
        return true;
    }

    private static Reason CheckExtent(
        in SystemImageHeader header, ulong memoryBase, ulong memoryEnd)
    {
        if (header.MemoryBase != memoryBase || header.MemoryBytes > memoryEnd - memoryBase)
        {
            return Reason.ImageOutsideMemory;
        }
        if (header.KernelEnd > header.ImageAddress
            || header.ImageAddress < memoryBase) return Reason.ImageRecord;
        ulong before = header.ImageAddress - memoryBase;
        return before > header.MemoryBytes || header.TotalBytes > header.MemoryBytes - before
            ? Reason.ImageTruncated : Reason.None;
    }

    private static Reason CheckTables(in ImageTables tables)
    {
        ref readonly SystemImageHeader header = ref tables.Header;
        bool fits = Fits(header.Partitions, SystemImageHeader.PartitionBytes, header.TableBytes)
            && Fits(header.Segments, Record.SizeOf<SegmentRecord>(), header.TableBytes)
            && Fits(header.Resources, Record.SizeOf<ResourceRecord>(), header.TableBytes)
            && Fits(header.Payloads, SystemImageHeader.PayloadBytes, header.TableBytes)
            && Fits(header.Channels, SystemImageHeader.ChannelBytes, header.TableBytes)
            && Fits(header.Memory, Record.SizeOf<MemoryRecord>(), header.TableBytes)
            && Fits(header.FrameWindows, SystemImageHeader.FrameWindowBytes, header.TableBytes);
        if (!fits) return Reason.ImageTable;
        bool isSmall = header.Partitions.Count <= Limits.PartitionsMax
            && header.Memory.Count <= MemoryRecord.CountMax
            && header.Memory.Count != 0 && header.ManagerSegmentCount <= header.Segments.Count;
        return isSmall ? Reason.None : Reason.ImageCapacity;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool Fits(TableReference table, uint recordBytes, uint tableBytes) =>
        (table.Offset & 7) == 0 && table.Offset <= tableBytes
        && table.Count <= (tableBytes - table.Offset) / recordBytes;

    private static Reason CheckMemory(in ImageTables tables)
    {
        ref readonly SystemImageHeader header = ref tables.Header;
        for (uint index = 0; index < header.Memory.Count; index++)
        {
            tables.TryRead(header.Memory, index, out MemoryRecord record);
            Reason reason = CheckRecord(in header, in record, index);
            for (uint other = 0; other < index && reason == Reason.None; other++)
            {
                tables.TryRead(header.Memory, other, out MemoryRecord earlier);
                if (Overlap(in record, in earlier)) reason = Reason.ImageOverlap;
            }
            if (reason != Reason.None) return reason;
        }
        return Reason.None;
    }

    private static Reason CheckRecord(
        in SystemImageHeader header, in MemoryRecord record, uint index)
    {
        bool isAligned = ((record.HostAddress | record.Bytes) & (Limits.PageBytes - 1)) == 0;
        if (!isAligned || record.Bytes == 0
            || (record.Access & (MemoryAccess)~15u) != 0) return Reason.ImageRecord;
        ulong end = record.HostAddress + record.Bytes;
        if (end < record.HostAddress) return Reason.ImageRecord;
        ulong memoryEnd = header.MemoryBase + header.MemoryBytes;
        if ((record.Access & MemoryAccess.Device) != 0)
        {
            return record.HostAddress < memoryEnd
                && end > header.MemoryBase ? Reason.ImageOverlap : Reason.None;
        }
        // The kernel lies below the image, whatever the header says where it ends.
        if (record.HostAddress < header.ImageAddress || end > memoryEnd)
        {
            return Reason.ImageOutsideMemory;
        }
        // The first record is the whole image, so that no other can be part of it.
        bool isImage = record.HostAddress == header.ImageAddress
            && record.Bytes >= header.TotalBytes;
        return index != 0 || isImage ? Reason.None : Reason.ImageRecord;
    }

    private static bool Overlap(in MemoryRecord one, in MemoryRecord other) =>
        one.HostAddress < other.HostAddress + other.Bytes
            && other.HostAddress < one.HostAddress + one.Bytes;

    private static Reason CheckManager(in ImageTables tables)
    {
        ref readonly SystemImageHeader header = ref tables.Header;
        for (uint index = 0; index < header.ManagerSegmentCount; index++)
        {
            tables.TryRead(header.Segments, index, out SegmentRecord segment);
            bool isAligned = ((segment.Address | segment.MemoryBytes
                | segment.ImageOffset) & (Limits.PageBytes - 1)) == 0;
            bool isInside = segment.ImageOffset <= header.TotalBytes
                && segment.MemoryBytes <= header.TotalBytes - segment.ImageOffset
                && segment.MemoryBytes != 0;
            if (!isAligned || !isInside || segment.Memory != 0) return Reason.ImageRecord;
            ReadOnlySpan<byte> bytes = tables.Bytes(segment.ImageOffset, segment.FileBytes);
            if ((ulong)bytes.Length != segment.FileBytes) return Reason.ImageRecord;
            if (Hash64.Compute(bytes) != segment.Hash) return Reason.ImagePayloadHash;
        }
        return header.ManagerSegmentCount == 0 ? Reason.ImageRecord : Reason.None;
    }
}
