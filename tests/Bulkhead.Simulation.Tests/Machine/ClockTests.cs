// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Tests.Machine;

public class ClockTests
{
    [Fact]
    public void Each_CPU_has_a_comparator()
    {
        SimulatedClock clock = new(2);
        clock.Arm(1, 1500);
        Assert.Equal((ulong.MaxValue, 1500ul), (clock.DeadlineTicks, clock.DeadlineOf(1)));
        clock.Ticks = 1500;
        Assert.False(clock.HasExpired(0));
        Assert.True(clock.HasExpired(1));
    }

    [Theory]
    [InlineData(100, 1900)]
    [InlineData(-100, 2100)]
    public void A_skewed_CPU_has_its_own_time(long skew, ulong expiry)
    {
        SimulatedClock clock = new(2);
        clock.Skew(1, skew);
        clock.Arm(1, 2000);
        Assert.Equal(1000 + (ulong)skew, clock.Read(1));
        Assert.Equal(1000ul, clock.Read(0));
        Assert.Equal(expiry, clock.ExpiryOf(1));
        Assert.Equal(ulong.MaxValue, clock.WhenIs(1, ulong.MaxValue));
        clock.Ticks = expiry - 1;
        Assert.False(clock.HasExpired(1));
        clock.Ticks++;
        Assert.True(clock.HasExpired(1));
    }

    [Fact]
    public void A_timer_that_misses_ticks_is_late()
    {
        SimulatedClock clock = new();
        clock.Delay(0, 50);
        Assert.Equal(ulong.MaxValue, clock.ExpiryOf(0));
        clock.Arm(0, 2000);
        clock.Ticks = 2049;
        Assert.False(clock.HasExpired(0));
        clock.Ticks = 2050;
        Assert.True(clock.HasExpired(0));
    }

    [Theory]
    [InlineData((1ul << 32) - 50)]
    [InlineData((1ul << 63) - 50)]
    public void A_machine_can_begin_near_a_wrap(ulong ticks)
    {
        using SimulatedMachine machine = new(new MachineOptions { StartTicks = ticks });
        SimulatedAsp.ArmTimer(ticks + 100);
        SimulatedProcessor processor = new(machine);
        Assert.Equal(ticks, SimulatedAsp.Now);
        machine.Clock.Ticks += 100;
        machine.UpdateLines();
        Assert.True(machine.Interrupts.HasDeliverable);
        Assert.Equal(0, processor.Cpu);
    }
}
