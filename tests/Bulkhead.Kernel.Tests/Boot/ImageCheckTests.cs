// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Kernel.Boot;

namespace Bulkhead.Kernel.Tests.Boot;

[Verifies("R-STATE-1")]
public class ImageCheckTests
{
    /// <summary>What is wrong with the image, and the reason that must be given.</summary>
    public static TheoryData<string, Reason> Damages { get; } = new()
    {
        { "magic", Reason.ImageMagic },
        { "version", Reason.ImageVersion },
        { "architecture", Reason.ImageArchitecture },
        { "board", Reason.ImageBoard },
        { "table bytes beyond limit", Reason.ImageTruncated },
        { "table bytes beyond image", Reason.ImageTruncated },
        { "table bytes below header", Reason.ImageTruncated },
        { "address", Reason.ImageRecord },
        { "memory base", Reason.ImageOutsideMemory },
        { "memory beyond board", Reason.ImageOutsideMemory },
        { "kernel end behind image", Reason.ImageRecord },
        { "image beyond memory", Reason.ImageTruncated },
        { "no memory records", Reason.ImageCapacity },
        { "manager segments beyond table", Reason.ImageCapacity },
        { "no manager segments", Reason.ImageRecord },
    };

    [Fact]
    public void A_sound_image_is_accepted() =>
        Assert.Equal(Reason.None, Check(new BootImage().ToBytes()));

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_wrong_header_is_refused_with_its_reason(string damage, Reason reason)
    {
        BootImage image = new();
        image.ToBytes();
        Damage(ref image.Header, damage);
        byte[] bytes = image.ToBytesAsIs();
        if (image.Header.TableBytes <= bytes.Length && image.Header.TableBytes >= 64)
        {
            image.Header.TableHash =
                Hash64.ComputeWithHole(bytes.AsSpan(0, (int)image.Header.TableBytes), 40);
            bytes = image.ToBytesAsIs();
        }
        Assert.Equal(reason, Check(bytes));
    }

    [Fact]
    public void Any_changed_byte_of_the_tables_is_noticed()
    {
        BootImage image = new();
        byte[] bytes = image.ToBytes();
        for (int index = 0; index < (int)image.Header.TableBytes; index++)
        {
            foreach (byte mask in new byte[] { 1, 0x80, 0xff })
            {
                bytes[index] ^= mask;
                Assert.NotEqual(Reason.None, Check(bytes));
                bytes[index] ^= mask;
            }
        }
        Assert.Equal(Reason.None, Check(bytes));
    }

    [Fact]
    public void Any_truncation_is_noticed()
    {
        BootImage image = new();
        byte[] bytes = image.ToBytes();
        int program = (int)(image.Segments[1].ImageOffset + image.Segments[1].FileBytes);
        for (int length = 0; length < program;
            length += length < (int)image.Header.TableBytes ? 1 : 97)
        {
            Assert.NotEqual(Reason.None, Check(bytes.AsSpan(0, length)));
        }
    }

    [Fact]
    public void A_changed_program_of_the_manager_is_noticed()
    {
        byte[] bytes = new BootImage().ToBytes();
        bytes[0x1800] ^= 4;
        Assert.Equal(Reason.ImagePayloadHash, Check(bytes));
    }

    [Fact]
    public void Memory_records_are_judged_one_by_one()
    {
        AssertMemory((ref record) => record.HostAddress += 8, Reason.ImageRecord);
        AssertMemory((ref record) => record.Bytes += 0x10, Reason.ImageRecord);
        AssertMemory((ref record) => record.Bytes = 0, Reason.ImageRecord);
        AssertMemory((ref record) => record.Access |= (MemoryAccess)0x10, Reason.ImageRecord);
        AssertMemory((ref record) => record.Bytes = ulong.MaxValue - 0xfff, Reason.ImageRecord);
        AssertMemory((ref record) => record.HostAddress = BootImage.KernelEnd - 0x1000,
            Reason.ImageOutsideMemory);
        AssertMemory((ref record) => record.HostAddress = BootImage.MemoryEnd - 0x1000,
            Reason.ImageOutsideMemory);
        AssertMemory(
            (ref record) => record.HostAddress = BootImage.ImageAddress, Reason.ImageOverlap);
        AssertMemory((ref record) => record.HostAddress = BootImage.RamAddress + BootImage.RamBytes,
            Reason.ImageOverlap);
        AssertMemory((ref record) => record.Access |= MemoryAccess.Device, Reason.ImageOverlap);
        AssertMemory((ref record) => record.Bytes -= 0x1000, Reason.None);
    }

    [Theory]
    [InlineData(BootImage.MemoryEnd, Reason.None)]
    [InlineData(BootImage.MemoryEnd - 0x1000, Reason.ImageOverlap)]
    [InlineData(BootImage.MemoryBase, Reason.ImageOverlap)]
    [InlineData(BootImage.MemoryBase - 0x1000, Reason.None)]
    public void A_device_lies_outside_memory(ulong address, Reason reason)
    {
        BootImage image = new();
        image.Memory[3] = image.Memory[3] with { HostAddress = address };
        Assert.Equal(reason, Check(image.ToBytes()));
    }

    [Fact]
    public void What_ends_exactly_where_it_may_is_accepted()
    {
        BootImage image = new();
        image.Header.KernelEnd = BootImage.ImageAddress;
        image.Segments[1] = image.Segments[1] with
        {
            ImageOffset = BootImage.ImageBytes - 0x1000,
        };
        image.Memory[2] = image.Memory[2] with
        {
            Bytes = BootImage.MemoryEnd - image.Memory[2].HostAddress,
        };
        (image.Memory[1], image.Memory[2]) = (image.Memory[2], image.Memory[1]);
        Assert.Equal(Reason.None, Check(image.ToBytes()));
    }

    [Fact]
    public void The_first_record_is_the_image()
    {
        BootImage image = new();
        image.Memory[0] = image.Memory[0] with { HostAddress = BootImage.ImageAddress + 0x1000 };
        Assert.Equal(Reason.ImageRecord, Check(image.ToBytes()));
    }

    [Fact]
    public void The_first_record_is_the_whole_image()
    {
        BootImage image = new();
        image.Memory[0] = image.Memory[0] with { Bytes = BootImage.ImageBytes - 0x1000 };
        Assert.Equal(Reason.ImageRecord, Check(image.ToBytes()));
    }

    [Theory]
    [InlineData(BootImage.MemoryBase)]
    [InlineData(SimulatedMachine.StateBase)]
    [InlineData(BootImage.ImageAddress - 0x1000)]
    public void No_record_reaches_below_the_image_whatever_the_header_says(ulong address)
    {
        BootImage image = new();
        image.Header.KernelEnd = BootImage.MemoryBase;
        image.Memory[1] = image.Memory[1] with { HostAddress = address, Bytes = 0x1000 };
        Assert.Equal(Reason.ImageOutsideMemory, Check(image.ToBytes()));
    }

    [Fact]
    public void Segments_of_the_manager_are_judged_one_by_one()
    {
        AssertSegment((ref segment) => segment.Address += 8, Reason.ImageRecord);
        AssertSegment((ref segment) => segment.MemoryBytes += 8, Reason.ImageRecord);
        AssertSegment((ref segment) => segment.ImageOffset += 8, Reason.ImageRecord);
        AssertSegment((ref segment) => segment.MemoryBytes = 0, Reason.ImageRecord);
        AssertSegment(
            (ref segment) => segment.ImageOffset = BootImage.ImageBytes, Reason.ImageRecord);
        AssertSegment(
            (ref segment) => segment.ImageOffset = ulong.MaxValue - 0xfff, Reason.ImageRecord);
        AssertSegment(
            (ref segment) => segment.MemoryBytes = BootImage.ImageBytes, Reason.ImageRecord);
        AssertSegment((ref segment) => segment.Memory = 1, Reason.ImageRecord);
        AssertSegment((ref segment) => segment.FileBytes = ulong.MaxValue, Reason.ImageRecord);
        AssertSegment((ref segment) => segment.Hash = 1, Reason.ImagePayloadHash);
    }

    [Theory]
    [InlineData(4u, 1u)]
    [InlineData(1u << 30, 1u)]
    [InlineData(0u, uint.MaxValue)]
    public void A_table_outside_its_area_is_refused(uint offset, uint count)
    {
        foreach (TableSetter put in s_tables)
        {
            Assert.Equal(Reason.ImageTable, Check(WithHeader((ref header) =>
                put(ref header, new TableReference { Offset = offset, Count = count }))));
        }
    }

    [Theory]
    [InlineData(1u, 1u, Reason.None)]
    [InlineData(1u, 2u, Reason.ImageTable)]
    [InlineData(3u, 3u, Reason.None)]
    [InlineData(3u, 4u, Reason.ImageTable)]
    public void A_table_may_end_with_its_area_and_not_behind_it(
        uint room, uint count, Reason reason) =>
        Assert.Equal(reason, Check(WithHeader((ref header) =>
        {
            header.TableBytes = 0x8000;
            uint bytes = room * (uint)Unsafe.SizeOf<ChannelRecord>();
            header.Channels =
                new TableReference { Offset = header.TableBytes - bytes, Count = count };
        })));

    [Theory]
    [InlineData(Limits.PartitionsMax, Reason.None)]
    [InlineData(Limits.PartitionsMax + 1, Reason.ImageCapacity)]
    public void So_many_partitions_and_no_more(uint count, Reason reason) =>
        Assert.Equal(reason, Check(WithHeader((ref header) =>
        {
            // Partitions are the manager's to read: any bytes of the area will do.
            header.TableBytes = 0x8000;
            header.Partitions = new TableReference { Count = count };
        })));

    [Theory]
    [InlineData(MemoryRecord.CountMax, Reason.None)]
    [InlineData(MemoryRecord.CountMax + 1, Reason.ImageCapacity)]
    public void So_many_memory_records_and_no_more(int count, Reason reason)
    {
        BootImage image = new();
        while (image.Memory.Count < count)
        {
            image.Memory.Add(image.Memory[3] with
            {
                HostAddress = BootImage.MemoryEnd + ((ulong)image.Memory.Count << 12),
            });
        }
        Assert.Equal(reason, Check(image.ToBytes()));
    }

    [Fact]
    public void The_table_area_may_be_the_whole_image_and_as_large_as_it_may_be()
    {
        BootImage image = new();
        image.Memory[0] = image.Memory[0] with { Bytes = SystemImageHeader.TableBytesMax };
        byte[] small = image.ToBytes();
        byte[] bytes = new byte[SystemImageHeader.TableBytesMax];
        small.CopyTo(bytes, 0);
        image.Header.TotalBytes = SystemImageHeader.TableBytesMax;
        image.Header.TableBytes = SystemImageHeader.TableBytesMax;
        MemoryMarshal.Write(bytes, in image.Header);
        image.Header.TableHash = Hash64.ComputeWithHole(bytes, 40);
        MemoryMarshal.Write(bytes, in image.Header);
        Assert.Equal(Reason.None, Check(bytes));
    }

    [Fact]
    public void A_header_alone_is_whole_but_has_no_memory() =>
        Assert.Equal(Reason.ImageCapacity, Check(WithHeader((ref header) =>
        {
            foreach (TableSetter put in s_tables) put(ref header, default);
            header.TableBytes = (uint)Unsafe.SizeOf<SystemImageHeader>();
        })));

    [Fact]
    public void An_image_may_end_with_the_memory_of_its_system()
    {
        BootImage image = new();
        image.Memory.RemoveRange(1, 2);
        image.Header.MemoryBytes =
            BootImage.ImageAddress - BootImage.MemoryBase + BootImage.ImageBytes;
        Assert.Equal(Reason.None, Check(image.ToBytes()));
    }

    [Fact]
    public void An_image_may_begin_with_the_boards_memory()
    {
        BootImage image = new();
        image.Header.MemoryBase = BootImage.ImageAddress;
        image.Header.KernelEnd = BootImage.ImageAddress;
        image.Header.MemoryBytes = BootImage.MemoryEnd - BootImage.ImageAddress;
        Assert.Equal(Reason.None, ImageCheck.Check(
            new ImageTables(image.ToBytes()), BootImage.BoardName, BootImage.ImageAddress,
            BootImage.ImageAddress, BootImage.MemoryEnd));
    }

    private delegate void TableSetter(ref SystemImageHeader header, TableReference table);

    private static readonly TableSetter[] s_tables =
    [
        (ref header, table) => header.Partitions = table,
        (ref header, table) => header.Segments = table,
        (ref header, table) => header.Resources = table,
        (ref header, table) => header.Payloads = table,
        (ref header, table) => header.Channels = table,
        (ref header, table) => header.Memory = table,
        (ref header, table) => header.FrameWindows = table,
    ];

    private static byte[] WithHeader(Change<SystemImageHeader> change)
    {
        BootImage image = new();
        image.ToBytes();
        change(ref image.Header);
        byte[] bytes = image.ToBytesAsIs();
        image.Header.TableHash =
            Hash64.ComputeWithHole(bytes.AsSpan(0, (int)image.Header.TableBytes), 40);
        return image.ToBytesAsIs();
    }

    private delegate void Change<T>(ref T record);

    private static void AssertMemory(Change<MemoryRecord> change, Reason reason)
    {
        BootImage image = new();
        MemoryRecord record = image.Memory[1];
        change(ref record);
        image.Memory[1] = record;
        Assert.Equal(reason, Check(image.ToBytes()));
    }

    private static void AssertSegment(Change<SegmentRecord> change, Reason reason)
    {
        BootImage image = new();
        SegmentRecord segment = image.Segments[0];
        change(ref segment);
        image.Segments[0] = segment;
        Assert.Equal(reason, Check(image.ToBytes()));
    }

    private static void Damage(ref SystemImageHeader header, string damage)
    {
        switch (damage)
        {
            case "magic": header.Magic++; break;
            case "version": header.Version += 0x1_0000; break;
            case "architecture": header.Architecture = 62; break;
            case "board": header.Board[9] = (byte)'x'; break;
            case "table bytes beyond limit": header.TableBytes =
                SystemImageHeader.TableBytesMax + 1; break;
            case "table bytes beyond image": header.TotalBytes = header.TableBytes - 1; break;
            case "table bytes below header": header.TableBytes = 100; break;
            case "address": header.ImageAddress += 0x1000; break;
            case "memory base": header.MemoryBase += 0x1000; break;
            case "memory beyond board": header.MemoryBytes += 0x1000; break;
            case "kernel end behind image": header.KernelEnd = header.ImageAddress + 0x1000; break;
            case "image beyond memory": header.TotalBytes = header.MemoryBytes; break;
            case "no memory records": header.Memory.Count = 0; break;
            case "manager segments beyond table": header.ManagerSegmentCount = 3; break;
            case "no manager segments": header.ManagerSegmentCount = 0; break;
            default: throw new ArgumentOutOfRangeException(nameof(damage));
        }
    }

    private static Reason Check(ReadOnlySpan<byte> bytes) => ImageCheck.Check(
        new ImageTables(bytes), BootImage.BoardName, BootImage.ImageAddress, BootImage.MemoryBase,
        BootImage.MemoryEnd);
}
