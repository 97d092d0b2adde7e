// SPDX-License-Identifier: MIT
namespace Bulkhead.Vmm.Tests.Gic;

/// <summary>Fixed registers and corners of the redistributors.</summary>
public sealed class RedistributorTests
{
    private readonly TestMachine _machine = new(3);

    [Fact]
    public void Type_names_the_cpu_and_the_last_one()
    {
        for (uint vcpu = 0; vcpu < 3; vcpu++)
        {
            ulong type = _machine.Read(GicAddress.Redistributor(vcpu) + 8, 8);
            Assert.Equal(((ulong)vcpu << 32) | (vcpu << 8) | (vcpu == 2 ? 0x10u : 0), type);
            Assert.Equal(type & 0xffff_ffff, _machine.Read(GicAddress.Redistributor(vcpu) + 8));
            Assert.Equal(type >> 32, _machine.Read(GicAddress.Redistributor(vcpu) + 12));
        }
    }

    [Fact]
    public void No_redistributor_follows_the_last()
    {
        ExitReply reply = _machine.Access(GicAddress.Redistributor(3), 4, false);
        Assert.Equal(ExitReply.Abort.Action, reply.Action);
    }

    [Fact]
    public void Waking_up_wakes_the_children()
    {
        ulong waker = GicAddress.Redistributor(1) + 0x14;
        Assert.Equal(6ul, _machine.Read(waker));
        _machine.Write(waker, 0);
        Assert.Equal(0ul, _machine.Read(waker));
        _machine.Write(waker, 0xffff_ffff);
        Assert.Equal(6ul, _machine.Read(waker));
    }

    [Fact]
    public void Software_interrupts_are_edges_and_private_ones_levels()
    {
        ulong frame = GicAddress.Redistributor(0) + 0x1_0000;
        _machine.Write(frame + GicAddress.Configuration, 0);
        _machine.Write(frame + GicAddress.Configuration + 4, 0xffff_ffff);
        Assert.Equal(0xaaaa_aaaaul, _machine.Read(frame + GicAddress.Configuration));
        Assert.Equal(0ul, _machine.Read(frame + GicAddress.Configuration + 4));
    }

    [Fact]
    public void The_virtual_timer_is_enabled_on_its_own_cpu_only()
    {
        _machine.Write(GicAddress.Control, 2);
        _machine.Write(GicAddress.PriorityByte(27, 1), 0xa0, 1);
        _machine.Write(GicAddress.Bits(GicAddress.SetEnable, 27, 1), 1u << 27);
        Assert.True(_machine.Outside.Interrupt(1, 27).IsEnabled);
        Assert.Equal(0xa0, _machine.Outside.Interrupt(1, 27).Priority);
        Assert.False(_machine.Outside.Interrupt(0, 27).IsEnabled);
    }

    [Fact]
    public void Both_frames_identify_themselves()
    {
        Assert.Equal(0x3bul, _machine.Read(GicAddress.Redistributor(0) + 0xffe8));
        Assert.Equal(0x3bul, _machine.Read(GicAddress.Redistributor(0) + 0x1_ffe8));
        Assert.Equal(0x4200_0000ul, _machine.Read(GicAddress.Redistributor(0) + 4));
    }
}
