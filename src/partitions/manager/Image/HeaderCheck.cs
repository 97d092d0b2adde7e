// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>Checks the header, where the tables are, and the tables' hash.</summary>
public static class HeaderCheck
{
    private const uint MajorMask = 0xffff_0000;

    // Offset of TableHash in the header.
    private const int HashOffset = 40;

    /// <summary>Checks them.</summary>
    /// <param name="bytes">The image.</param>
    /// <returns>Accepted, or the first thing that is wrong.</returns>
    public static Verdict Check(ReadOnlySpan<byte> bytes)
    {
        bool hasHeader = bytes.Length >= Records.SizeOf<SystemImageHeader>();
        if (!hasHeader) return Refuse(Reason.ImageTruncated);
        ref readonly SystemImageHeader header = ref Records.At<SystemImageHeader>(bytes, 0);
        if (header.Magic != SystemImageHeader.MagicValue) return Refuse(Reason.ImageMagic);
        if (((header.Version ^ SystemImageHeader.VersionValue) & MajorMask) != 0)
        {
            return Refuse(Reason.ImageVersion);
        }
        if (header.Architecture != SystemImageHeader.ArchitectureArm64)
        {
            return Refuse(Reason.ImageArchitecture);
        }
        if (header.TotalBytes != (uint)bytes.Length) return Refuse(Reason.ImageTruncated);
        return CheckTables(bytes, in header);
    }

    private static Verdict CheckTables(ReadOnlySpan<byte> bytes, in SystemImageHeader header)
    {
        uint tableBytes = header.TableBytes;
        bool isSized = tableBytes <= SystemImageHeader.TableBytesMax
            && tableBytes <= (uint)bytes.Length
            && tableBytes >= (uint)Records.SizeOf<SystemImageHeader>();
        if (!isSized) return Refuse(Reason.ImageTable);
        if (Hash64.ComputeWithHole(bytes.Slice(0, (int)tableBytes), HashOffset) != header.TableHash)
        {
            return Refuse(Reason.ImageTableHash);
        }
        bool areInside = IsInside<PartitionRecord>(header.Partitions, tableBytes)
            && IsInside<SegmentRecord>(header.Segments, tableBytes)
            && IsInside<ResourceRecord>(header.Resources, tableBytes)
            && IsInside<PayloadRecord>(header.Payloads, tableBytes)
            && IsInside<ChannelRecord>(header.Channels, tableBytes)
            && IsInside<MemoryRecord>(header.Memory, tableBytes)
            && IsInside<FrameWindowRecord>(header.FrameWindows, tableBytes);
        if (!areInside) return Refuse(Reason.ImageTable);
        bool areFew = header.Partitions.Count <= Limits.PartitionsMax
            && header.Memory.Count <= MemoryRecord.CountMax
            && header.FrameWindows.Count <= FrameWindowRecord.CountMax;
        return areFew ? CheckValues(in header) : Refuse(Reason.ImageCapacity);
    }

    private static Verdict CheckValues(in SystemImageHeader header)
    {
        bool isRight = header.Memory.Count != 0
            && header.CpuCount <= Limits.CpusMax
            && header.ManagerSegmentCount <= header.Segments.Count
            && (header.ConsolePartition == uint.MaxValue
                || header.ConsolePartition < header.Partitions.Count)
            && header.MemoryBytes <= 0 - header.MemoryBase;
        return isRight ? Verdict.Accepted : Refuse(Reason.ImageRecord);
    }

    private static bool IsInside<T>(TableReference table, uint tableBytes) where T : unmanaged
    {
        if (table.Count == 0) return true;
        ulong end = table.Offset + ((ulong)table.Count * (uint)Records.SizeOf<T>());
        return table.Offset % 8 == 0 && end <= tableBytes
            && table.Offset >= (uint)Records.SizeOf<SystemImageHeader>();
    }

    private static Verdict Refuse(Reason reason) => new(reason, ImageItem.Header);
}
