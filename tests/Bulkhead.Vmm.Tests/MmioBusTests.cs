// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Vmm.Tests;

/// <summary>No access may bring the monitor down, and none may reach what is not there.</summary>
public sealed class MmioBusTests
{
    private static readonly (ulong Start, ulong Bytes)[] _devices =
    [
        (GuestMap.DistributorBase, GuestMap.DistributorBytes),
        (GuestMap.RedistributorBase, 2ul << GuestMap.RedistributorShift),
        (GuestMap.UartBase, GuestMap.UartBytes),
        (GuestMap.ClockBase, GuestMap.ClockBytes),
        (GuestMap.VirtioBase, GuestMap.VirtioBytes),
    ];

    public static TheoryData<ulong, ulong> Devices()
    {
        var data = new TheoryData<ulong, ulong>();
        foreach ((ulong start, ulong bytes) in _devices) data.Add(start, bytes);
        return data;
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void Every_aligned_access_to_a_device_is_answered(ulong start, ulong bytes)
    {
        var machine = new TestMachine(2);
        foreach (ulong value in new ulong[] { 0, ulong.MaxValue, 0x5555_5555_5555_5555 })
        {
            for (int size = 1; size <= 8; size *= 2)
            {
                for (ulong offset = 0; offset < bytes; offset += (ulong)size)
                {
                    machine.Write(start + offset, value, size);
                    ulong read = machine.Read(start + offset, size);
                    if (size < 8) Assert.Equal(0ul, read >> (8 * size));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void A_misaligned_access_aborts(ulong start, ulong bytes)
    {
        var machine = new TestMachine(2);
        for (int size = 2; size <= 8; size *= 2)
        {
            for (ulong skew = 1; skew < (ulong)size; skew++)
            {
                Assert.Equal(
                    ExitReply.Abort.Action, machine.Access(start + skew, size, false).Action);
                Assert.Equal(
                    ExitReply.Abort.Action,
                    machine.Access(start + bytes - skew, size, true).Action);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void The_short_way_reads_what_the_long_way_reads(ulong start, ulong bytes)
    {
        var machine = new TestMachine(2);
        for (ulong address = start - 16; address < start + bytes + 16; address++)
        {
            for (int size = 1; size <= 8; size *= 2)
            {
                if (!machine.TryPeek(address, size, false, out ulong value)) continue;
                Assert.Equal(machine.Read(address, size), Extend(value, size));
            }
            Assert.False(machine.TryPeek(address, 4, true, out _));
        }
    }

    // What the kernel does with the answer to a read.
    private static ulong Extend(ulong value, int size) =>
        size == 8 ? value : value & ((1ul << (8 * size)) - 1);

    [Fact]
    public void The_short_way_knows_flags_and_type()
    {
        var machine = new TestMachine();
        Assert.True(machine.TryPeek(GuestMap.UartBase + 0x18, 4, false, out ulong flags));
        Assert.Equal(0x97ul, flags);
        Assert.True(machine.TryPeek(GuestMap.UartBase + 0x18, 2, false, out flags));
        Assert.Equal(0x97ul, flags);
        Assert.True(machine.TryPeek(GuestMap.DistributorBase + 4, 4, false, out _));
        Assert.False(machine.TryPeek(GuestMap.UartBase, 4, false, out _));
    }

    [Fact]
    public void Whatever_lies_between_the_devices_aborts()
    {
        var machine = new TestMachine(2);
        foreach ((ulong start, ulong bytes) in _devices)
        {
            Assert.Equal(ExitReply.Abort.Action, machine.Access(start - 8, 8, false).Action);
            Assert.Equal(ExitReply.Abort.Action, machine.Access(start + bytes, 4, true).Action);
        }
        Assert.Equal(ExitReply.Abort.Action, machine.Access(0, 1, false).Action);
        Assert.Equal(ExitReply.Abort.Action, machine.Access(ulong.MaxValue, 1, true).Action);
    }

    [Fact]
    public void A_refused_access_is_reported_with_address_and_size()
    {
        var machine = new TestMachine();
        machine.Access(0x4_0000_0000, 4, true);
        machine.Access(0x1000, 8, false);
        Assert.Equal(
            "vmm: the guest touches what it does not own: write of 4 bytes at 0x400000000\n"
            + "vmm: the guest touches what it does not own: read of 8 bytes at 0x1000\n",
            machine.Outside.Text);
    }

    [Fact]
    public void A_flood_of_refused_accesses_does_not_flood_the_console()
    {
        var machine = new TestMachine();
        for (int count = 0; count < 1000; count++) machine.Access(0x1000, 4, true);
        Assert.Equal(8, machine.Outside.Writes.Count);
        Assert.Equal(1000ul, machine.Machine.Faults.Count);
        machine.Outside.NowTicks += machine.Outside.FrequencyHz;
        machine.Access(0x1000, 4, true);
        Assert.EndsWith("(992 more not shown)\n", machine.Outside.Text);
    }

    [Fact]
    public void An_empty_virtio_slot_says_that_it_is_empty()
    {
        var machine = new TestMachine();
        ulong slot = GuestMap.VirtioBase + (31 * 0x200);
        Assert.Equal(0x7472_6976ul, machine.Read(slot));
        Assert.Equal(2ul, machine.Read(slot + 4));
        Assert.Equal(0ul, machine.Read(slot + 8));
    }

    [Fact]
    public void The_clock_counts_seconds_from_what_was_loaded()
    {
        var machine = new TestMachine();
        machine.Outside.NowTicks = 5 * machine.Outside.FrequencyHz;
        Assert.Equal(5ul, machine.Read(GuestMap.ClockBase));
        machine.Write(GuestMap.ClockBase + 8, 1_700_000_000);
        machine.Outside.NowTicks += 7 * machine.Outside.FrequencyHz;
        Assert.Equal(1_700_000_007ul, machine.Read(GuestMap.ClockBase));
        Assert.Equal(0x31ul, machine.Read(GuestMap.ClockBase + 0xfe0, 1));
    }

    [Fact]
    public void Actions_of_the_answers_are_those_of_the_contract()
    {
        Assert.Equal((ulong)ExitAction.InjectAbort, ExitReply.Abort.Action);
        Assert.Equal((ulong)ExitAction.Advance, ExitReply.Written.Action);
        Assert.Equal(
            (ulong)(ExitAction.Advance | ExitAction.SetRegister), ExitReply.Read(7).Action);
        Assert.Equal(7ul, ExitReply.Read(7).Value);
    }
}
