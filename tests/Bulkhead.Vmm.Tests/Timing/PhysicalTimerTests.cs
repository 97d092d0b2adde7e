// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Vmm.Timing;

namespace Bulkhead.Vmm.Tests.Timing;

/// <summary>The trapped physical timer through the exit handler.</summary>
public sealed class PhysicalTimerTests
{
    private const uint Remaining = 0, Control = 1, Compare = 2;

    private readonly TestMachine _machine = new(2);

    private FakeInterrupt Line => _machine.Outside.Interrupt(1, GuestMap.PhysicalTimerInterrupt);

    private ulong Read(uint register) => Access(register, true, 0);

    private void Write(uint register, ulong value) => Access(register, false, value);

    private ulong Access(uint register, bool isRead, ulong value)
    {
        ulong access = RegisterAccess.Name(3, 3, 14, 2, register) | (isRead ? 1u : 0);
        var reply = _machine.Exit(ExitKind.SystemRegister, 1, access, value);
        Assert.Equal(ExitAction.Advance, (ExitAction)reply.Words[0] & ~ExitAction.SetRegister);
        return reply.Words[1];
    }

    [Fact]
    public void It_fires_at_its_deadline_and_falls_when_set_again()
    {
        Write(Compare, _machine.Outside.NowTicks + 1000);
        Write(Control, 1);
        Assert.Equal(1, _machine.Outside.WakeCount);
        Assert.Equal(_machine.Outside.NowTicks + 1000, _machine.Attend());
        Assert.False(Line.HasLine);
        Assert.Equal(1ul, Read(Control));
        _machine.Outside.NowTicks += 1000;
        Assert.Equal(PhysicalTimer.Never, _machine.Attend());
        Assert.True(Line.HasLine);
        Assert.Equal(5ul, Read(Control));
        Write(Remaining, 500);
        Assert.False(Line.HasLine);
        Assert.Equal(_machine.Outside.NowTicks + 500, _machine.Attend());
    }

    [Fact]
    public void A_deadline_in_the_past_fires_at_once()
    {
        Write(Remaining, ulong.MaxValue);
        Write(Control, 1);
        Assert.True(Line.HasLine);
        Assert.Equal(0, _machine.Outside.WakeCount);
        Assert.Equal(0xffff_fffful, Read(Remaining));
        Assert.Equal(_machine.Outside.NowTicks - 1, Read(Compare));
    }

    [Fact]
    public void A_masked_timer_is_silent_but_shows_its_condition()
    {
        Write(Control, 3);
        Assert.False(Line.HasLine);
        Assert.Equal(7ul, Read(Control));
        Write(Control, 1);
        Assert.True(Line.HasLine);
        Write(Control, 0);
        Assert.False(Line.HasLine);
        Assert.Equal(0ul, Read(Control));
    }

    [Fact]
    public void Only_an_earlier_deadline_wakes_the_main_thread()
    {
        Write(Control, 3);
        Write(Compare, _machine.Outside.NowTicks + 1000);
        Write(Control, 1);
        _machine.Attend();
        int before = _machine.Outside.WakeCount;
        Write(Compare, _machine.Outside.NowTicks + 2000);
        Assert.Equal(before, _machine.Outside.WakeCount);
        Write(Compare, _machine.Outside.NowTicks + 500);
        Assert.Equal(before + 1, _machine.Outside.WakeCount);
        Assert.Equal(_machine.Outside.NowTicks + 500, _machine.Attend());
    }

    [Fact]
    public void The_earlier_of_output_and_timer_is_the_deadline()
    {
        Write(Compare, _machine.Outside.NowTicks + 1_000_000_000);
        Write(Control, 1);
        _machine.Write(GuestMap.UartBase, 'x');
        Assert.Equal(
            _machine.Outside.NowTicks + (_machine.Outside.FrequencyHz / 500), _machine.Attend());
    }
}
