// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using System.Text;
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Integration.Emit;

namespace Bulkhead.Integration.Tests.Emit;

public sealed class SystemImageTests(SystemFixture fixture) : IClassFixture<SystemFixture>
{
    private readonly byte[] _bytes = fixture.Image.Bytes;
    private readonly SystemImageHeader _header =
        MemoryMarshal.Read<SystemImageHeader>(fixture.Image.Bytes);

    [Fact]
    public void Header_says_what_the_kernel_checks()
    {
        Assert.Equal("BULKHEAD", Encoding.ASCII.GetString(_bytes, 0, 8));
        Assert.Equal(SystemImageHeader.VersionValue, _header.Version);
        Assert.Equal((ulong)_bytes.Length, _header.TotalBytes);
        Assert.Equal(0x4030_2000UL, _header.KernelEnd);
        Assert.Equal(0x4040_0000UL, _header.ImageAddress);
        Assert.Equal((3u, 0u, 0x0fu),
            (_header.ConsolePartition, _header.ConsoleFocus, _header.ConsoleEscapeKey));
        Assert.Equal((0x40_0000UL, 0x80_4000UL, 0x80_3000UL),
            (_header.ManagerEntry, _header.ManagerStackTop, _header.ManagerServerStackTop));
        Assert.Equal(4u, _header.ManagerSegmentCount);
        SystemImageHeader cleared = _header;
        cleared.TableHash = 0;
        byte[] tables = _bytes[..(int)_header.TableBytes];
        MemoryMarshal.Write(tables, in cleared);
        Assert.Equal(_header.TableHash, Hash64.Compute(tables));
    }

    [Fact]
    public void Memory_records_are_aligned_and_apart()
    {
        MemoryRecord[] memory = Table<MemoryRecord>(_header.Memory);
        MemoryRecord[] normal =
            [.. memory.Where(r => !r.Access.HasFlag(MemoryAccess.Device))];

        Assert.Equal(_header.ImageAddress, memory[0].HostAddress);
        Assert.Equal(_header.TotalBytes, memory[0].Bytes);
        Assert.Equal(MemoryAccess.Read | MemoryAccess.Execute, memory[0].Access);
        Assert.All(memory, r => Assert.Equal(0UL, (r.HostAddress | r.Bytes) % 4096));
        for (int i = 1; i < normal.Length; i++)
        {
            Assert.True(normal[i - 1].HostAddress + normal[i - 1].Bytes <= normal[i].HostAddress);
        }

        MemoryRecord device = Assert.Single(memory.Except(normal));
        Assert.Equal((0x900_0000UL, 3u), (device.HostAddress, device.Partition));
        Assert.Equal(_header.MemoryBase + _header.MemoryBytes,
            normal[^1].HostAddress + normal[^1].Bytes);
    }

    [Fact]
    public void Programs_and_payloads_carry_their_bytes_and_hashes()
    {
        foreach (SegmentRecord segment in Table<SegmentRecord>(_header.Segments))
        {
            Assert.Equal(0UL, (segment.Address | segment.ImageOffset | segment.MemoryBytes) % 4096);
            Assert.True(segment.FileBytes <= segment.MemoryBytes);
            Assert.Equal(segment.Hash, Hash(segment.ImageOffset, segment.FileBytes));
            Assert.Equal(segment.Memory == 0, segment.MemoryOffset == segment.ImageOffset);
        }

        PayloadRecord[] payloads = Table<PayloadRecord>(_header.Payloads);
        Assert.All(payloads, p => Assert.Equal(p.Hash, Hash(p.ImageOffset, p.Bytes)));
        Assert.Equal(4, payloads.Length);
        Assert.Equal(payloads[0].ImageOffset, payloads[2].ImageOffset);
    }

    [Fact]
    public void The_manager_runs_in_place_with_room_for_its_data()
    {
        SegmentRecord[] segments = Table<SegmentRecord>(_header.Segments)[..4];
        Assert.All(segments, s => Assert.Equal(0u, s.Memory));
        for (int i = 1; i < segments.Length; i++)
        {
            Assert.True(segments[i - 1].ImageOffset + segments[i - 1].MemoryBytes
                <= segments[i].ImageOffset);
        }
    }

    [Fact]
    public void Partitions_have_what_the_description_lists_and_no_more()
    {
        PartitionRecord[] partitions = Table<PartitionRecord>(_header.Partitions);
        ResourceRecord[] resources = Table<ResourceRecord>(_header.Resources);

        PartitionRecord linux = partitions[0];
        Assert.Equal((51u, 50u, 2u), (linux.Priority, linux.VcpuPriority, linux.Machine.VcpuCount));
        Assert.Equal((0x4000_0000UL, 16UL << 20),
            (linux.Machine.MemoryBase, linux.Machine.MemoryBytes));
        Assert.Equal(
            [ResourceKind.Memory, ResourceKind.GuestMemory, ResourceKind.GuestPayload,
                ResourceKind.GuestPayload],
            Of(linux, resources).Select(r => r.Kind));
        Assert.Equal([0x4000_0000UL, 0x40ff_0000UL],
            Of(linux, resources).Skip(2).Select(r => r.Detail));
        Assert.Equal(3, linux.GuestTablePages);

        PartitionRecord control = partitions[2];
        Assert.Equal((200u, 0u, 1_000_000UL, 200_000UL, 9UL), (control.Priority,
            control.VcpuPriority, control.PeriodNanoseconds, control.BudgetNanoseconds,
            control.Argument));
        ResourceRecord[] memory = Of(control, resources);
        Assert.Equal(
            [(0x1000UL, 0UL, NativeLayout.PartitionInfo),
                ((2UL << 20) - 0x6000, 0x7000UL, 0x80_5000UL)],
            memory.Select(r => (r.Bytes, r.MemoryOffset, r.Address)));

        ResourceRecord[] console = Of(partitions[3], resources);
        Assert.Equal(
            [ResourceKind.Memory, ResourceKind.Memory, ResourceKind.Device, ResourceKind.Interrupt],
            console.Select(r => r.Kind));
        Assert.Equal((0x900_0000UL, 0UL), (console[2].Address, console[2].Detail));
        Assert.Equal((33u, 0UL), (console[3].Index, console[3].Detail));
    }

    [Fact]
    public void Windows_of_schedules_are_in_order_with_the_numbers_of_time_partitions()
    {
        Assert.Equal(
            [
                (0u, 0u, 2u, FrameWindowFlags.Exclusive, 300_000UL),
                (0u, 0u, 1u, FrameWindowFlags.None, 600_000UL),
                (0u, 0u, 0u, FrameWindowFlags.None, 100_000UL),
                (1u, 0u, 1u, FrameWindowFlags.None, 500_000UL),
                (1u, 0u, 2u, FrameWindowFlags.None, 500_000UL),
            ],
            Table<FrameWindowRecord>(_header.FrameWindows).Select(
                w => (w.Schedule, w.Cpu, w.TimePartition, w.Flags, w.DurationNanoseconds)));
        Assert.Equal(
            [(1u, Rights.None), (0u, Rights.None), (2u, Rights.SystemSchedule), (0u, Rights.None)],
            Table<PartitionRecord>(_header.Partitions).Select(
                p => (p.TimePartition, p.SystemRights)));
    }

    [Fact]
    public void Windows_of_payloads_allow_large_pages_and_are_apart()
    {
        ulong end = NativeLayout.Payloads;
        foreach (ResourceRecord payload in Of(
            Table<PartitionRecord>(_header.Partitions)[0], Table<ResourceRecord>(_header.Resources))
            .Where(r => r.Kind == ResourceKind.GuestPayload))
        {
            ulong host = _header.ImageAddress + payload.MemoryOffset;
            Assert.Equal(0UL, (payload.Address ^ host) % (2 << 20));
            Assert.True(payload.Address >= end);
            end = payload.Address + payload.Bytes;
        }
    }

    [Fact]
    public void Every_virtual_machine_gets_a_terminal()
    {
        Assert.Equal(
            [(2u, 3u, ChannelKind.Log), (0u, 3u, ChannelKind.Terminal),
                (1u, 3u, ChannelKind.Terminal)],
            Table<ChannelRecord>(_header.Channels).Select(c => (c.From, c.To, c.Kind)));
    }

    [Fact]
    public void Boot_file_is_kernel_cleared_bss_and_image()
    {
        byte[] file = BootFile.Join(fixture.Setup.Kernel, fixture.Image);
        int offset = (int)(_header.ImageAddress - 0x4020_0000);
        Assert.Equal(0xaa, file[0]);
        Assert.Equal([1, 2, 0], file[0x2000..0x2003]);
        Assert.Equal(_bytes, file[offset..]);
        Assert.Equal((ulong)file.Length, BitConverter.ToUInt64(file, 16));
    }

    [Fact]
    public void Equal_systems_give_equal_images() =>
        Assert.Equal(_bytes, SystemImageBuilder.Build(fixture.Setup).Bytes);

    private ResourceRecord[] Of(PartitionRecord partition, ResourceRecord[] resources) =>
        resources[(int)partition.FirstResource..(int)(partition.FirstResource
            + partition.ResourceCount)];

    private ulong Hash(ulong offset, ulong size) =>
        Hash64.Compute(_bytes.AsSpan((int)offset, (int)size));

    private T[] Table<T>(TableReference table) where T : unmanaged =>
        MemoryMarshal.Cast<byte, T>(_bytes.AsSpan((int)table.Offset,
            (int)table.Count * Marshal.SizeOf<T>())).ToArray();
}
