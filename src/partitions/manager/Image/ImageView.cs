// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>Reads the records of a system image in place. Offsets of tables must have been
/// checked.</summary>
public readonly ref struct ImageView
{
    private readonly ReadOnlySpan<byte> _bytes;

    /// <summary>Looks at an image.</summary>
    /// <param name="bytes">The image, at least a header long.</param>
    public ImageView(ReadOnlySpan<byte> bytes) { _bytes = bytes; }

    /// <summary>Bytes of the image.</summary>
    public ulong Length => (uint)_bytes.Length;

    /// <summary>The header.</summary>
    public ref readonly SystemImageHeader Header => ref Records.At<SystemImageHeader>(_bytes, 0);

    /// <summary>CPUs that run, at least one.</summary>
    public uint CpuCount => Header.CpuCount == 0 ? 1 : Header.CpuCount;

    /// <summary>A partition.</summary>
    /// <param name="index">Index in its table.</param>
    /// <returns>The record.</returns>
    public ref readonly PartitionRecord Partition(uint index) =>
        ref Record<PartitionRecord>(Header.Partitions, index);

    /// <summary>Number of the threads that a partition declares.</summary>
    /// <param name="index">The partition's index in its table.</param>
    /// <returns>Their number.</returns>
    public uint ThreadCount(uint index) =>
        Partition(index).Threads & PartitionRecord.ThreadCountMask;

    /// <summary>A thread that a partition declares.</summary>
    /// <param name="index">The partition's index in its table.</param>
    /// <param name="number">Its number in the partition, from 1; 0 is the main thread.</param>
    /// <returns>The record.</returns>
    public ref readonly ThreadInfo Thread(uint index, uint number)
    {
        uint offset = Partition(index).Threads & ~PartitionRecord.ThreadCountMask;
        return ref Record<ThreadInfo>(new TableReference { Offset = offset }, number - 1);
    }

    /// <summary>A program segment.</summary>
    /// <param name="index">Index in its table.</param>
    /// <returns>The record.</returns>
    public ref readonly SegmentRecord Segment(uint index) =>
        ref Record<SegmentRecord>(Header.Segments, index);

    /// <summary>A resource.</summary>
    /// <param name="index">Index in its table.</param>
    /// <returns>The record.</returns>
    public ref readonly ResourceRecord Resource(uint index) =>
        ref Record<ResourceRecord>(Header.Resources, index);

    /// <summary>A payload.</summary>
    /// <param name="index">Index in its table.</param>
    /// <returns>The record.</returns>
    public ref readonly PayloadRecord Payload(uint index) =>
        ref Record<PayloadRecord>(Header.Payloads, index);

    /// <summary>A channel.</summary>
    /// <param name="index">Index in its table.</param>
    /// <returns>The record.</returns>
    public ref readonly ChannelRecord Channel(uint index) =>
        ref Record<ChannelRecord>(Header.Channels, index);

    /// <summary>A memory record.</summary>
    /// <param name="index">Index in its table.</param>
    /// <returns>The record.</returns>
    public ref readonly MemoryRecord Memory(uint index) =>
        ref Record<MemoryRecord>(Header.Memory, index);

    /// <summary>A window of a schedule.</summary>
    /// <param name="index">Index in its table.</param>
    /// <returns>The record.</returns>
    public ref readonly FrameWindowRecord FrameWindow(uint index) =>
        ref Record<FrameWindowRecord>(Header.FrameWindows, index);

    /// <summary>Bytes of the image.</summary>
    /// <param name="offset">First byte.</param>
    /// <param name="bytes">Size; a range outside the image is a panic.</param>
    /// <returns>The bytes.</returns>
    public ReadOnlySpan<byte> Slice(ulong offset, ulong bytes) =>
        _bytes.Slice((int)offset, (int)bytes);

    private ref readonly T Record<T>(TableReference table, uint index) where T : unmanaged =>
        ref Records.At<T>(_bytes, (int)(table.Offset + (index * (uint)Records.SizeOf<T>())));
}
