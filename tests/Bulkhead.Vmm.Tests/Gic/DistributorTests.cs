// SPDX-License-Identifier: MIT
namespace Bulkhead.Vmm.Tests.Gic;

/// <summary>Fixed registers and corners of the distributor.</summary>
public sealed class DistributorTests
{
    private readonly TestMachine _machine = new(2);

    [Theory]
    [InlineData(0x0000, 0x50)]
    [InlineData(0x0004, 0x0248_0007)]
    [InlineData(0x0008, 0x4200_0000)]
    [InlineData(0x000c, 0)]
    [InlineData(0x0080, 0)]
    [InlineData(0x0100, 0)]
    [InlineData(0x0400, 0)]
    [InlineData(0x0800, 0)]
    [InlineData(0x0c00, 0)]
    [InlineData(0x6000, 0)]
    [InlineData(0xffe8, 0x3b)]
    [InlineData(0xfffc, 0xb1)]
    public void Register_has_its_reset_value(uint offset, ulong value) =>
        Assert.Equal(value, _machine.Read(GuestMap.DistributorBase + offset));

    [Fact]
    public void Control_keeps_affinity_routing_and_the_single_security_state()
    {
        _machine.Write(GicAddress.Control, 0);
        Assert.Equal(0x50ul, _machine.Read(GicAddress.Control));
        _machine.Write(GicAddress.Control, 0xffff_ffff);
        Assert.Equal(0x52ul, _machine.Read(GicAddress.Control));
    }

    [Fact]
    public void Private_interrupts_are_not_in_the_distributor()
    {
        _machine.Write(GuestMap.DistributorBase + GicAddress.SetEnable, 0xffff_ffff);
        Assert.Equal(0ul, _machine.Read(GuestMap.DistributorBase + GicAddress.SetEnable));
        Assert.Equal(0, _machine.Outside.RequestCount);
    }

    [Fact]
    public void Interrupts_beyond_the_last_are_not_there()
    {
        _machine.Write(GuestMap.DistributorBase + GicAddress.SetEnable + 0x20, 0xffff_ffff);
        Assert.Equal(0ul, _machine.Read(GuestMap.DistributorBase + GicAddress.SetEnable + 0x20));
        Assert.Equal(0, _machine.Outside.RequestCount);
    }

    [Fact]
    public void An_interrupt_is_delivered_only_while_its_group_is_enabled()
    {
        _machine.Write(GicAddress.Bits(GicAddress.SetEnable, 33, 0), 2);
        Assert.False(_machine.Outside.Interrupt(0, 33).IsEnabled);
        _machine.Write(GicAddress.Control, 2);
        Assert.True(_machine.Outside.Interrupt(0, 33).IsEnabled);
        _machine.Write(GicAddress.Control, 0);
        Assert.False(_machine.Outside.Interrupt(0, 33).IsEnabled);
    }

    [Fact]
    public void Route_reads_back_in_words_and_doublewords()
    {
        _machine.Write(GicAddress.Route(40), 1);
        _machine.Write(GicAddress.Route(40) + 4, 0xffff_ff12);
        Assert.Equal(1ul, _machine.Read(GicAddress.Route(40)));
        Assert.Equal(0x12ul, _machine.Read(GicAddress.Route(40) + 4));
        Assert.Equal(0x12_0000_0001ul, _machine.Read(GicAddress.Route(40), 8));
    }

    [Fact]
    public void A_pending_interrupt_moves_with_its_route()
    {
        _machine.Write(GicAddress.Control, 2);
        _machine.Write(GicAddress.Bits(GicAddress.SetEnable, 40, 0), 1 << 8);
        _machine.Write(GicAddress.Bits(GicAddress.SetPending, 40, 0), 1 << 8);
        _machine.Write(GicAddress.Route(40), 1, 8);
        Assert.False(_machine.Outside.Interrupt(0, 40).IsPending);
        Assert.False(_machine.Outside.Interrupt(0, 40).IsEnabled);
        Assert.True(_machine.Outside.Interrupt(1, 40).IsPending);
        Assert.True(_machine.Outside.Interrupt(1, 40).IsEnabled);
    }

    [Fact]
    public void An_interrupt_routed_to_no_cpu_waits_for_a_route()
    {
        _machine.Write(GicAddress.Control, 2);
        _machine.Write(GicAddress.Bits(GicAddress.SetEnable, 40, 0), 1 << 8);
        _machine.Write(GicAddress.Route(40), 7, 8);
        _machine.Write(GicAddress.Bits(GicAddress.SetPending, 40, 0), 1 << 8);
        Assert.False(_machine.Outside.Interrupt(0, 40).IsEnabled);
        _machine.Write(GicAddress.Route(40), 0, 8);
        Assert.True(_machine.Outside.Interrupt(0, 40).IsEnabled);
        Assert.True(_machine.Outside.Interrupt(0, 40).IsPending);
    }

    [Fact]
    public void Enabling_what_is_enabled_costs_no_hypercall()
    {
        _machine.Write(GicAddress.Bits(GicAddress.SetEnable, 40, 0), 1 << 8);
        int before = _machine.Outside.RequestCount;
        _machine.Write(GicAddress.Bits(GicAddress.SetEnable, 40, 0), 1 << 8);
        Assert.Equal(before, _machine.Outside.RequestCount);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void Widths_that_the_architecture_does_not_allow_are_ignored(int bytes)
    {
        _machine.Write(GicAddress.PriorityByte(40, 0), 0xffff_ffff_ffff_ffff, bytes);
        _machine.Write(GicAddress.Bits(GicAddress.SetEnable, 64, 0), 0xffff_ffff_ffff_ffff, bytes);
        Assert.Equal(0ul, _machine.Read(GicAddress.PriorityByte(40, 0)));
        Assert.Equal(0ul, _machine.Read(GicAddress.Bits(GicAddress.SetEnable, 64, 0), bytes));
    }
}
