// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using System.Text;
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Partitions.Tests.Manager;

/// <summary>
/// A small valid system: a virtual machine "linux" (0), "control" (1) and "console" (2), and two
/// schedules with windows for control. Tests change records and take the bytes.
/// </summary>
internal sealed class TestImage
{
    public const ulong MemoryBase = 0x4000_0000;
    public const ulong KernelEnd = 0x4040_0000;
    public const ulong Page = 0x1000;
    public const uint TableArea = 0x4000;
    public const ulong GuestBase = 0x4000_0000;
    public const ulong GuestBytes = 0x20_0000;

    private const MemoryAccess ReadOnly = MemoryAccess.Read;
    private const MemoryAccess ReadWrite = MemoryAccess.Read | MemoryAccess.Write;
    private const MemoryAccess ReadExecute = MemoryAccess.Read | MemoryAccess.Execute;

    private ulong _bodyEnd = TableArea;
    private readonly List<(ulong Offset, byte[] Bytes)> _body = [];

    public TestImage()
    {
        AddManager();
        AddPartition("linux", isMachine: true);
        AddPartition("control", isMachine: false);
        AddPartition("console", isMachine: false);
        AddConsoleDevice();
        Channels.Add(new ChannelRecord { From = 0, To = 2, Kind = ChannelKind.Terminal });
        Channels.Add(new ChannelRecord { From = 1, To = 2, Kind = ChannelKind.Log });
        AddFrameWindows();
        FinishMemory();
    }

    public SystemImageHeader Header;

    public List<PartitionRecord> Partitions { get; } = [];

    public List<SegmentRecord> Segments { get; } = [];

    public List<ResourceRecord> Resources { get; } = [];

    public List<PayloadRecord> Payloads { get; } = [];

    public List<ChannelRecord> Channels { get; } = [];

    public List<MemoryRecord> Memory { get; } = [default];

    public List<FrameWindowRecord> FrameWindows { get; } = [];

    /// <summary>Threads that partitions declare, by partition.</summary>
    public Dictionary<int, List<ThreadInfo>> Threads { get; } = [];

    /// <summary>Changes a record in place.</summary>
    public static void Change<T>(List<T> records, int index, RefAction<T> change) =>
        change(ref CollectionsMarshal.AsSpan(records)[index]);

    internal delegate void RefAction<T>(ref T record);

    public byte[] ToBytes()
    {
        byte[] image = new byte[_bodyEnd];
        uint offset = (uint)Marshal.SizeOf<SystemImageHeader>();
        SystemImageHeader header = Header;
        List<PartitionRecord> partitions = [.. Partitions];
        foreach ((int id, List<ThreadInfo> threads) in Threads)
        {
            if (Partitions[id].Threads != 0) continue;
            TableReference table = Append(image, threads, ref offset);
            Change(partitions, id, (ref PartitionRecord record) =>
                record.Threads = table.Offset | table.Count);
        }
        header.Partitions = Append(image, partitions, ref offset);
        header.Segments = Append(image, Segments, ref offset);
        header.Resources = Append(image, Resources, ref offset);
        header.Payloads = Append(image, Payloads, ref offset);
        header.Channels = Append(image, Channels, ref offset);
        header.Memory = Append(image, Memory, ref offset);
        header.FrameWindows = Append(image, FrameWindows, ref offset);
        if (header.TableBytes == 0) header.TableBytes = offset;
        if (header.TotalBytes == 0) header.TotalBytes = _bodyEnd;
        MemoryMarshal.Write(image, in header);
        foreach ((ulong at, byte[] bytes) in _body) bytes.CopyTo(image, (int)at);
        Seal(image);
        return image;
    }

    /// <summary>Makes the table hash right again.</summary>
    public static void Seal(byte[] image)
    {
        ref SystemImageHeader header = ref MemoryMarshal.AsRef<SystemImageHeader>(image.AsSpan());
        header.TableHash = 0;
        int tableBytes = (int)Math.Min(header.TableBytes, (uint)image.Length);
        header.TableHash = Hash64.Compute(image.AsSpan(0, tableBytes));
    }

    public static PartitionName Name(string text)
    {
        PartitionName name = default;
        Encoding.ASCII.GetBytes(text).CopyTo((Span<byte>)name);
        return name;
    }

    private void AddManager()
    {
        Header.Magic = SystemImageHeader.MagicValue;
        Header.Version = SystemImageHeader.VersionValue;
        Header.Architecture = SystemImageHeader.ArchitectureArm64;
        Header.Board = Name("test");
        Header.ConsoleFocus = 0;
        Header.ConsoleEscapeKey = 1;
        Header.ConsolePartition = 2;
        Header.MemoryBase = MemoryBase;
        Header.MemoryBytes = 0x1000_0000;
        Header.ImageAddress = KernelEnd;
        Header.KernelEnd = KernelEnd;
        Header.ManagerEntry = NativeLayout.Program;
        Header.ManagerSegmentCount = 2;
        Header.CpuCount = 1;
        AddSegment(NativeLayout.Program, ReadExecute, 0, 100);
        AddSegment(NativeLayout.Program + Page, ReadWrite, 0, 100);
    }

    private void AddPartition(string name, bool isMachine)
    {
        uint id = (uint)Partitions.Count;
        var record = new PartitionRecord
        {
            Name = Name(name),
            Id = id,
            Priority = 100 + id,
            Entry = NativeLayout.Program,
            StackTop = NativeLayout.Program + (4 * Page),
            ServerStackTop = NativeLayout.Program + (3 * Page),
            FirstSegment = (uint)Segments.Count,
            FirstResource = (uint)Resources.Count,
            TablePages = 8,
            ServerCpus = name == "control" ? 0 : 1u,
        };
        uint memory = AddMemory(0x10_0000 * (id + 1), 8 * Page, ReadWrite, id);
        AddSegment(NativeLayout.Program, ReadExecute, 0, 3000 + (int)id);
        AddSegment(NativeLayout.Program + Page, ReadOnly, 0, 500);
        AddSegment(NativeLayout.Program + (2 * Page), ReadWrite, memory, 300);
        record.SegmentCount = 3;
        Resources.Add(new ResourceRecord
        {
            Kind = ResourceKind.Memory,
            Access = ReadOnly,
            Address = NativeLayout.PartitionInfo,
            Bytes = Page,
            Memory = memory,
            MemoryOffset = 4 * Page,
        });
        if (isMachine) AddMachine(ref record, id);
        record.ResourceCount = (uint)Resources.Count - record.FirstResource;
        Partitions.Add(record);
    }

    private void AddMachine(ref PartitionRecord record, uint id)
    {
        record.GuestTablePages = 4;
        record.VcpuPriority = 50;
        record.Machine = new VirtualMachineInfo
        {
            MemoryBase = GuestBase,
            MemoryBytes = GuestBytes,
            Entry = GuestBase,
            DeviceTree = GuestBase + 0x10_0000,
            VcpuCount = 2,
        };
        Resources.Add(new ResourceRecord
        {
            Kind = ResourceKind.GuestMemory,
            Access = ReadWrite | MemoryAccess.Execute,
            Address = GuestBase,
            Bytes = GuestBytes,
            Memory = AddMemory(0x80_0000, GuestBytes, ReadWrite | MemoryAccess.Execute, id),
        });
        ulong offset = AddBody(5000, out ulong hash);
        Payloads.Add(new PayloadRecord { ImageOffset = offset, Bytes = 5000, Hash = hash });
        Resources.Add(new ResourceRecord
        {
            Kind = ResourceKind.GuestPayload,
            Access = ReadOnly,
            Address = NativeLayout.Payloads,
            Bytes = 2 * Page,
            MemoryOffset = offset,
            Detail = GuestBase + 0x8_0000,
        });
    }

    private void AddConsoleDevice()
    {
        Resources.Add(new ResourceRecord
        {
            Kind = ResourceKind.Device,
            Access = ReadWrite,
            Address = 0x900_0000,
            Bytes = Page,
            Memory = AddDevice(0x900_0000, 2),
        });
        Resources.Add(new ResourceRecord { Kind = ResourceKind.Interrupt, Index = 33 });
        Change(Partitions, 2, (ref PartitionRecord record) => record.ResourceCount += 2);
    }

    private void AddFrameWindows()
    {
        Change(Partitions, 1, (ref PartitionRecord record) =>
            (record.TimePartition, record.SystemRights) = (1, Rights.SystemSchedule));
        AddFrameWindow(0, 1, 500_000, FrameWindowFlags.Exclusive);
        AddFrameWindow(0, 0, 500_010, FrameWindowFlags.None);
        AddFrameWindow(0, 1, 500_010, FrameWindowFlags.None);
        AddFrameWindow(1, 1, 1_000_000, FrameWindowFlags.None);
    }

    /// <summary>Moves the system to three CPUs: the virtual CPUs of "linux" to 1 and 2, its monitor
    /// to 1, so that the console serves all three.</summary>
    /// <returns>The image.</returns>
    public TestImage Spread()
    {
        Header.CpuCount = 3;
        Change(Partitions, 0, (ref PartitionRecord record) =>
        {
            (record.Cpu, record.ServerCpus) = (1, 0b110);
            (record.Machine.VcpuCpus[0], record.Machine.VcpuCpus[1]) = (1, 2);
        });
        Change(Partitions, 2, (ref PartitionRecord record) => record.ServerCpus = 0b111);
        AddServerStack(0, 2, 8 * Page);
        AddServerStack(2, 1, 8 * Page);
        AddServerStack(2, 2, 12 * Page);
        AddMemory(0x200_0000, 2 * NativeLayout.ServerStackBytes, ReadWrite, uint.MaxValue);
        for (uint cpu = 1; cpu < 3; cpu++)
        {
            AddFrameWindow(0, 0, 1_500_020, FrameWindowFlags.None, cpu);
            AddFrameWindow(1, 0, 1_000_000, FrameWindowFlags.None, cpu);
        }
        return this;
    }

    /// <summary>Lets a partition declare a thread, with its stack.</summary>
    /// <param name="id">The partition.</param>
    /// <param name="name">The thread's name.</param>
    /// <param name="cpu">Its CPU.</param>
    public void AddThread(int id, string name, uint cpu = 0)
    {
        if (!Threads.ContainsKey(id)) Threads[id] = [];
        Threads[id].Add(new ThreadInfo { Name = Name(name), Priority = 90, Cpu = cpu });
        uint number = (uint)Threads[id].Count;
        uint memory = AddMemory(
            0x400_0000 + (0x1_0000 * (uint)Memory.Count), NativeLayout.ThreadStackBytes, ReadWrite,
            (uint)id);
        Insert(id, new()
        {
            Kind = ResourceKind.Memory,
            Access = ReadWrite,
            Address = NativeLayout.ThreadStacks + ((number + 1) * NativeLayout.ThreadStackStride)
                - NativeLayout.ThreadStackBytes,
            Bytes = NativeLayout.ThreadStackBytes,
            Memory = memory,
        });
    }

    // The partition's first memory is made larger for it.
    private void AddServerStack(int id, uint cpu, ulong memoryOffset)
    {
        PartitionRecord partition = Partitions[id];
        uint memory = Resources[(int)partition.FirstResource].Memory;
        Change(Memory, (int)memory, (ref MemoryRecord record) => record.Bytes = 16 * Page);
        Insert(id, new()
        {
            Kind = ResourceKind.Memory,
            Access = ReadWrite,
            Address = NativeLayout.ServerStacks + ((cpu + 1) * NativeLayout.ServerStackStride)
                - NativeLayout.ServerStackBytes,
            Bytes = NativeLayout.ServerStackBytes,
            Memory = memory,
            MemoryOffset = memoryOffset,
        });
    }

    // Behind the partition's other resources.
    private void Insert(int id, ResourceRecord resource)
    {
        PartitionRecord partition = Partitions[id];
        Resources.Insert((int)(partition.FirstResource + partition.ResourceCount), resource);
        Change(Partitions, id, (ref PartitionRecord record) => record.ResourceCount++);
        for (int later = id + 1; later < Partitions.Count; later++)
        {
            Change(Partitions, later, (ref PartitionRecord record) => record.FirstResource++);
        }
    }

    public void AddFrameWindow(
        uint schedule,
        uint timePartition,
        ulong nanoseconds,
        FrameWindowFlags flags,
        uint cpu = 0) =>
        FrameWindows.Add(new FrameWindowRecord
        {
            Schedule = schedule,
            Cpu = cpu,
            TimePartition = timePartition,
            Flags = flags,
            DurationNanoseconds = nanoseconds,
        });

    public uint AddMemory(ulong offset, ulong bytes, MemoryAccess access, uint partition)
    {
        Memory.Add(new MemoryRecord
        {
            HostAddress = KernelEnd + offset,
            Bytes = bytes,
            Access = access,
            Partition = partition,
        });
        return (uint)Memory.Count - 1;
    }

    public uint AddDevice(ulong address, uint partition)
    {
        Memory.Add(new MemoryRecord
        {
            HostAddress = address,
            Bytes = Page,
            Access = ReadWrite | MemoryAccess.Device,
            Partition = partition,
        });
        return (uint)Memory.Count - 1;
    }

    private void AddSegment(ulong address, MemoryAccess access, uint memory, int bytes)
    {
        ulong offset = AddBody(bytes, out ulong hash);
        bool isOwn = memory != 0;
        Segments.Add(new SegmentRecord
        {
            Address = address,
            MemoryBytes = isOwn ? 2 * Page : Page,
            ImageOffset = offset,
            FileBytes = (ulong)bytes,
            Hash = hash,
            Access = access,
            Memory = memory,
            MemoryOffset = isOwn ? 0 : offset,
        });
    }

    private ulong AddBody(int length, out ulong hash)
    {
        byte[] bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        hash = Hash64.Compute(bytes);
        ulong offset = _bodyEnd;
        _body.Add((offset, bytes));
        _bodyEnd = (offset + (ulong)length + Page - 1) & ~(Page - 1);
        return offset;
    }

    private void FinishMemory() => Memory[0] = new MemoryRecord
    {
        HostAddress = KernelEnd,
        Bytes = _bodyEnd,
        Access = ReadExecute,
        Partition = uint.MaxValue,
    };

    private static TableReference Append<T>(byte[] image, List<T> records, ref uint offset)
        where T : unmanaged
    {
        offset = (offset + 7) & ~7u;
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(records));
        bytes.CopyTo(image.AsSpan((int)offset));
        var reference = new TableReference { Offset = offset, Count = (uint)records.Count };
        offset += (uint)bytes.Length;
        return reference;
    }
}
