// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Text;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Host.Tests;

/// <summary>Windows, interrupts, and what the partition is told of itself.</summary>
public sealed class DeviceTests
{
    [Fact]
    public void Information_IsWhatTheTestSays()
    {
        using PartitionHost host = new()
        {
            Id = 9, Name = "pump", Argument = 4, Period = TimeSpan.FromMilliseconds(2),
        };
        host.AddClient(3, "panel");
        host.Run(() =>
        {
            ref readonly PartitionInfo info = ref Partition.Info;
            Assert.Equal((9u, 4ul, 2_000_000ul), (info.Id, info.Argument, info.PeriodNanoseconds));
            Assert.Equal(8u, info.ClientMask);
            PartitionName client = info.Names[3];
            Assert.Equal("panel", Encoding.ASCII.GetString(client[..client.Length]));
            PartitionName own = info.Name;
            Assert.Equal("pump", Encoding.ASCII.GetString(own[..own.Length]));
        });
    }

    [Fact]
    public void Memory_IsTheWindowThatTheDescriptionGives()
    {
        using PartitionHost host = new() { MemoryBytes = 8192 };
        host.Run(() =>
        {
            MemoryWindow window = Partition.Window(Partition.FindWindow(WindowKind.Memory));
            Assert.Equal(8192ul, window.Bytes);
            window.CopyFrom(100, new byte[200].Select(_ => (byte)7).ToArray());
            Assert.Equal(200, window.Read(0, 8192).ToArray().Count(value => value == 7));
            window.Clear(0, 8192);
            Assert.True(window.Read(0, 8192).IndexOfAnyExcept((byte)0) < 0);
        });
    }

    [Fact]
    public void Device_IsPlainMemory()
    {
        using PartitionHost host = new();
        Memory<byte> registers = host.AddWindow(
            WindowKind.Device, 4096, MemoryAccess.Read | MemoryAccess.Write, detail: 0);
        BinaryPrimitives.WriteUInt32LittleEndian(registers.Span[8..], 0x1234);
        host.Run(() =>
        {
            MemoryWindow device = Partition.Window(Partition.FindWindow(WindowKind.Device));
            device.Write32(0, device.Read32(8) + 1);
            CacheMaintenance.CleanToPoC(in device, 0, 4);
        });
        Assert.Equal(0x1235u, BinaryPrimitives.ReadUInt32LittleEndian(registers.Span));
    }

    [Fact]
    public void Interrupt_StaysClosed_UntilItIsAcknowledged()
    {
        using PartitionHost host = new();
        uint number = host.AddInterrupt();
        List<double> times = [];
        host.Start(() =>
        {
            InterruptLine line = new(number);
            while (line.Wait().IsSuccess)
            {
                times.Add(host.Time.TotalMilliseconds);
                Bulkhead.Native.Semaphore.Wakeup.DownUntil(Instant.Now + 10_000_000);
                line.Acknowledge();
            }
        });
        // The second and the third come while the line is closed: one delivery afterwards.
        foreach (int time in (int[])[1, 2, 3, 50])
            host.At(TimeSpan.FromMilliseconds(time), () => host.RaiseInterrupt(number));
        host.RunUntil(TimeSpan.FromMilliseconds(100));
        Assert.Equal([1, 11, 50], times);
    }
}
