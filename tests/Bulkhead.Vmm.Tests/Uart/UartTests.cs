// SPDX-License-Identifier: MIT
using Bulkhead.Vmm.Uart;

namespace Bulkhead.Vmm.Tests.Uart;

/// <summary>The UART as a driver sees it.</summary>
public sealed class UartTests
{
    private const uint Receive = 0x10, Transmit = 0x20, Timeout = 0x40, Overrun = 0x400;

    private readonly TestMachine _machine = new();

    private FakeInterrupt Line => _machine.Outside.Interrupt(0, GuestMap.UartInterrupt);

    private uint this[uint register]
    {
        get => (uint)_machine.Read(GuestMap.UartBase + register);
        set => _machine.Write(GuestMap.UartBase + register, value);
    }

    private void Type(string text)
    {
        _machine.Outside.Type(text);
        _machine.Attend();
    }

    private string ReadAll()
    {
        string text = "";
        while ((this[UartRegister.Flags] & 0x10) == 0) text += (char)(byte)this[UartRegister.Data];
        return text;
    }

    [Fact]
    public void Reset_values_are_the_manuals()
    {
        Assert.Equal(0x300u, this[UartRegister.Control]);
        Assert.Equal(0x12u, this[UartRegister.FifoLevel]);
        Assert.Equal(0x97u, this[UartRegister.Flags]);
        Assert.Equal(0u, this[UartRegister.RawStatus]);
        Assert.Equal(0u, this[UartRegister.Mask]);
        uint[] identification = [0x11, 0x10, 0x14, 0, 0x0d, 0xf0, 0x05, 0xb1];
        for (uint index = 0; index < 8; index++)
            Assert.Equal(identification[index], this[UartRegister.Identification + (4 * index)]);
    }

    [Theory]
    [InlineData(UartRegister.LowPower, 0xff)]
    [InlineData(UartRegister.IntegerBaud, 0xffff)]
    [InlineData(UartRegister.FractionalBaud, 0x3f)]
    [InlineData(UartRegister.LineControl, 0xff)]
    [InlineData(UartRegister.Control, 0xff87)]
    [InlineData(UartRegister.FifoLevel, 0x3f)]
    [InlineData(UartRegister.Mask, 0x7ff)]
    [InlineData(UartRegister.DmaControl, 7)]
    [InlineData(UartRegister.Flags, 0x97)]
    [InlineData(UartRegister.RawStatus, 0)]
    [InlineData(UartRegister.ReceiveStatus, 0)]
    public void Register_keeps_the_bits_that_it_has(uint register, uint kept)
    {
        this[register] = 0xffff_ffff;
        Assert.Equal(kept & (register == UartRegister.Flags
            ? 0x97u
            : uint.MaxValue), this[register]);
    }

    [Fact]
    public void A_line_goes_out_at_its_end()
    {
        foreach (char letter in "hello") this[UartRegister.Data] = letter;
        Assert.Empty(_machine.Outside.Writes);
        this[UartRegister.Data] = '\n';
        Assert.Equal(
            "hello\n", Assert.Single(_machine.Outside.Writes).Select(b => (char)b).ToArray());
    }

    [Fact]
    public void A_prompt_goes_out_at_its_deadline()
    {
        this[UartRegister.Data] = '#';
        this[UartRegister.Data] = ' ';
        Assert.Equal(1, _machine.Outside.WakeCount);
        ulong deadline = _machine.Attend();
        Assert.Equal(_machine.Outside.NowTicks + (_machine.Outside.FrequencyHz / 500), deadline);
        Assert.Empty(_machine.Outside.Writes);
        _machine.Outside.NowTicks = deadline;
        Assert.Equal(UartDevice.NoDeadline, _machine.Attend());
        Assert.Equal("# ", _machine.Outside.Text);
    }

    [Fact]
    public void While_the_main_thread_waits_it_is_not_woken_again()
    {
        for (int line = 0; line < 10; line++)
        {
            this[UartRegister.Data] = 'x';
            this[UartRegister.Data] = '\n';
        }
        Assert.Equal(1, _machine.Outside.WakeCount);
        this[UartRegister.Data] = 'y';
        ulong deadline = _machine.Attend();
        Assert.True(deadline > _machine.Outside.NowTicks && deadline != UartDevice.NoDeadline);
    }

    [Fact]
    public void A_flood_without_line_ends_goes_out_in_full_buffers()
    {
        for (int count = 0; count < 1280; count++) this[UartRegister.Data] = 'x';
        Assert.All(_machine.Outside.Writes, write => Assert.Equal(128, write.Length));
        Assert.Equal(10, _machine.Outside.Writes.Count);
    }

    [Fact]
    public void Transmit_interrupt_rises_with_a_write_and_falls_when_cleared()
    {
        this[UartRegister.Mask] = Transmit;
        Assert.False(Line.HasLine);
        this[UartRegister.Data] = 'x';
        Assert.True(Line.HasLine);
        Assert.Equal(Transmit, this[UartRegister.MaskedStatus]);
        this[UartRegister.Clear] = Transmit;
        Assert.False(Line.HasLine);
        Assert.Equal(0u, this[UartRegister.RawStatus]);
    }

    [Fact]
    public void The_line_changes_only_when_the_output_does()
    {
        this[UartRegister.Mask] = Transmit;
        this[UartRegister.Data] = 'x';
        int before = _machine.Outside.RequestCount;
        for (int count = 0; count < 10; count++) this[UartRegister.Data] = 'x';
        Assert.Equal(before, _machine.Outside.RequestCount);
    }

    [Fact]
    public void Typed_input_is_read_in_order()
    {
        Type("ls -l\n");
        Assert.Equal("ls -l\n", ReadAll());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Input_beyond_the_fifo_waits_until_the_guest_reads(bool hasFifo)
    {
        string text = new('a', 30);
        text += new string('b', 100);
        this[UartRegister.LineControl] = hasFifo ? 0x70u : 0x60;
        Type(text);
        Assert.Equal(text, ReadAll());
        Assert.Equal(0u, this[UartRegister.RawStatus] & Overrun);
    }

    [Fact]
    public void An_idle_uart_does_not_ask_the_console_again_and_again()
    {
        for (int count = 0; count < 100; count++) _ = this[UartRegister.Data];
        Assert.Equal(1, _machine.Outside.ReadCount);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 4)]
    [InlineData(2, 8)]
    [InlineData(3, 12)]
    [InlineData(4, 14)]
    public void Receive_interrupt_follows_the_level(uint select, int level)
    {
        this[UartRegister.LineControl] = 0x10;
        this[UartRegister.FifoLevel] = select << 3;
        Type(new string('x', level - 1));
        Assert.Equal(Timeout, this[UartRegister.RawStatus]);
        Type("x");
        Assert.Equal(Receive | Timeout, this[UartRegister.RawStatus]);
        _ = this[UartRegister.Data];
        Assert.Equal(Timeout, this[UartRegister.RawStatus]);
        _ = ReadAll();
        Assert.Equal(0u, this[UartRegister.RawStatus]);
    }

    [Fact]
    public void Without_fifos_one_byte_interrupts()
    {
        this[UartRegister.Mask] = Receive;
        Type("x");
        Assert.True(Line.HasLine);
        Assert.Equal('x', (char)this[UartRegister.Data]);
        Assert.False(Line.HasLine);
    }

    [Fact]
    public void A_timeout_cleared_too_early_comes_back_with_the_next_read()
    {
        this[UartRegister.LineControl] = 0x10;
        Type("abc");
        this[UartRegister.Clear] = Timeout;
        Assert.Equal(0u, this[UartRegister.RawStatus]);
        _ = this[UartRegister.Data];
        Assert.Equal(Timeout, this[UartRegister.RawStatus]);
    }

    [Fact]
    public void Loopback_returns_what_is_sent_and_overruns()
    {
        this[UartRegister.LineControl] = 0x10;
        this[UartRegister.Control] = 0x381;
        for (int count = 0; count < 17; count++) this[UartRegister.Data] = (uint)('a' + count);
        Assert.NotEqual(0u, this[UartRegister.RawStatus] & Overrun);
        Assert.Equal(8u, this[UartRegister.ReceiveStatus]);
        Assert.Equal("abcdefghijklmnop", ReadAll());
        this[UartRegister.Data] = 'z';
        Assert.Equal(0x800u | 'z', this[UartRegister.Data]);
        Assert.Empty(_machine.Outside.Writes);
    }

    [Fact]
    public void Loopback_connects_the_modem_lines()
    {
        this[UartRegister.Control] = 0x80;
        Assert.Equal(0x90u, this[UartRegister.Flags]);
        this[UartRegister.Control] = 0x3c80;
        Assert.Equal(0x197u, this[UartRegister.Flags]);
    }

    [Fact]
    public void Changing_the_fifo_mode_empties_the_fifo_and_fetches_what_waits_behind_it()
    {
        Type("abc");
        this[UartRegister.LineControl] = 0x10;
        Assert.Equal("bc", ReadAll());
    }

    [Fact]
    public void A_line_of_the_monitor_starts_on_a_line_of_its_own()
    {
        this[UartRegister.Data] = 'x';
        _machine.Access(0x1000, 4, false);
        Assert.StartsWith("x\nvmm: ", _machine.Outside.Text);
        this[UartRegister.Data] = '\n';
        Assert.EndsWith("\n\n", _machine.Outside.Text);
    }

    [Fact]
    public void Narrow_and_wide_accesses_reach_the_words_that_they_cover()
    {
        _machine.Write(GuestMap.UartBase + UartRegister.Data, 'a', 1);
        _machine.Write(GuestMap.UartBase + UartRegister.Data, 'b', 2);
        _machine.Write(GuestMap.UartBase + UartRegister.Data + 1, 'c', 1);
        _machine.Write(GuestMap.UartBase + UartRegister.Data, '\n', 8);
        Assert.Equal("ab\n", _machine.Outside.Text);
        Assert.Equal(0x03ul, _machine.Read(GuestMap.UartBase + UartRegister.Control + 1, 1));
        _machine.Write(GuestMap.UartBase + UartRegister.IntegerBaud, 13, 4);
        _machine.Write(GuestMap.UartBase + UartRegister.FractionalBaud, 1, 4);
        Assert.Equal(0xdul, _machine.Read(GuestMap.UartBase + UartRegister.IntegerBaud));
        Assert.Equal(0xd_0000_0000ul, _machine.Read(GuestMap.UartBase + UartRegister.LowPower, 8));
    }
}
