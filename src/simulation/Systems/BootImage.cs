// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Simulation.Systems;

/// <summary>A small system image, built field by field so that a test can make any of them
/// wrong.</summary>
internal sealed class BootImage
{
    internal const ulong MemoryBase = 0x4000_0000;
    internal const ulong MemoryEnd = 0x5000_0000;
    internal const ulong KernelEnd = 0x4030_0000;
    internal const ulong ImageAddress = 0x4040_0000;
    internal const ulong ImageBytes = 0x10_000;
    internal const ulong RamAddress = 0x4100_0000;
    internal const ulong RamBytes = 64ul << 20;
    internal const ulong DeviceAddress = 0x0900_0000;
    internal const ulong ManagerEntry = NativeLayout.Program;

    /// <summary>Physical ids of the interrupts that the image names: two edges, then
    /// levels.</summary>
    internal static readonly uint[] InterruptIds = [40, 41, 48, 49, 50];

    internal static ReadOnlySpan<byte> BoardName => "simulated"u8;

    internal SystemImageHeader Header;

    internal List<MemoryRecord> Memory { get; } =
    [
        new()
        {
            HostAddress = ImageAddress, Bytes = ImageBytes,
            Access = MemoryAccess.Read | MemoryAccess.Execute,
            Partition = uint.MaxValue,
        },
        new()
        {
            HostAddress = RamAddress, Bytes = RamBytes,
            Access = MemoryAccess.Read | MemoryAccess.Write | MemoryAccess.Execute, Partition = 0,
        },
        new()
        {
            HostAddress = RamAddress + RamBytes, Bytes = 16ul << 20,
            Access = MemoryAccess.Read | MemoryAccess.Write,
            Partition = 1,
        },
        new()
        {
            HostAddress = DeviceAddress, Bytes = Limits.PageBytes,
            Access = MemoryAccess.Read | MemoryAccess.Write | MemoryAccess.Device, Partition = 0,
        },
    ];

    internal List<SegmentRecord> Segments { get; } =
    [
        new()
        {
            Address = NativeLayout.Program, MemoryBytes = 0x2000, ImageOffset = 0x1000,
            FileBytes = 0x2000,
            Access = MemoryAccess.Read | MemoryAccess.Execute, MemoryOffset = 0x1000,
        },
        new()
        {
            Address = NativeLayout.Program + 0x2000, MemoryBytes = 0x1000, ImageOffset = 0x3000,
            FileBytes = 0x1000,
            Access = MemoryAccess.Read | MemoryAccess.Write, MemoryOffset = 0x3000,
        },
    ];

    internal List<ResourceRecord> Resources { get; } = [];

    internal BootImage()
    {
        Header.Magic = SystemImageHeader.MagicValue;
        Header.Version = SystemImageHeader.VersionValue;
        Header.Architecture = SystemImageHeader.ArchitectureArm64;
        Span<byte> board = Header.Board;
        BoardName.CopyTo(board);
        Header.TotalBytes = ImageBytes;
        Header.ConsolePartition = uint.MaxValue;
        Header.MemoryBase = MemoryBase;
        Header.MemoryBytes = MemoryEnd - MemoryBase;
        Header.ImageAddress = ImageAddress;
        Header.KernelEnd = KernelEnd;
        Header.ManagerEntry = ManagerEntry;
        Header.ManagerStackTop = NativeLayout.Program + 0x3000;
        Header.ManagerServerStackTop = NativeLayout.Program + 0x2800;
        Header.ManagerSegmentCount = 2;
        foreach (uint id in InterruptIds)
        {
            Resources.Add(new ResourceRecord { Kind = ResourceKind.Interrupt, Index = id,
                Detail = id < 48 ? 1u : 0 });
        }
    }

    /// <summary>The image's bytes with the right hash; the header's table fields follow the
    /// lists.</summary>
    internal byte[] ToBytes()
    {
        byte[] bytes = Layout();
        Header.TableHash = Hash64.ComputeWithHole(bytes.AsSpan(0, (int)Header.TableBytes), 40);
        MemoryMarshal.Write(bytes, in Header);
        return bytes;
    }

    /// <summary>The image's bytes whatever the header says about tables and hash.</summary>
    internal byte[] ToBytesAsIs()
    {
        SystemImageHeader kept = Header;
        byte[] bytes = Layout();
        Header = kept;
        MemoryMarshal.Write(bytes, in Header);
        return bytes;
    }

    private byte[] Layout()
    {
        byte[] bytes = new byte[ImageBytes];
        for (int index = 0x1000; index < bytes.Length; index++) bytes[index] = (byte)(index * 7);
        HashSegments(bytes);
        int end = Unsafe.SizeOf<SystemImageHeader>();
        Header.Memory = Put(bytes, ref end, Memory);
        Header.Segments = Put(bytes, ref end, Segments);
        Header.Resources = Put(bytes, ref end, Resources);
        Header.Partitions = new TableReference { Offset = (uint)end };
        Header.Payloads = new TableReference { Offset = (uint)end };
        Header.Channels = new TableReference { Offset = (uint)end };
        Header.TableBytes = (uint)end;
        MemoryMarshal.Write(bytes, in Header);
        return bytes;
    }

    private void HashSegments(byte[] bytes)
    {
        foreach (ref SegmentRecord segment in CollectionsMarshal.AsSpan(Segments))
        {
            bool isInside = segment.ImageOffset <= ImageBytes
                && segment.FileBytes <= ImageBytes - segment.ImageOffset;
            if (segment.Hash != 0 || !isInside) continue;
            segment.Hash =
                Hash64.Compute(bytes.AsSpan((int)segment.ImageOffset, (int)segment.FileBytes));
        }
    }

    private static TableReference Put<T>(byte[] bytes, ref int end, List<T> records)
        where T : unmanaged
    {
        end = (end + 7) & ~7;
        int offset = end;
        foreach (T record in records)
        {
            MemoryMarshal.Write(bytes.AsSpan(end), in record);
            end += Unsafe.SizeOf<T>();
        }
        return new TableReference { Offset = (uint)offset, Count = (uint)records.Count };
    }
}
