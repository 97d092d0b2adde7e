// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;
using Bulkhead.Vmm.Psci;

namespace Bulkhead.Vmm.Tests.Psci;

/// <summary>Calls by HVC and SMC through the exit handler.</summary>
public sealed class PsciTests
{
    private const ulong Smc = 1 << 16;

    private readonly TestMachine _machine = new(3);

    public PsciTests() => _machine.Exit(ExitKind.Startup, 0, 0);

    private Message Exit(
        ulong immediate, ulong function, ulong x1 = 0, ulong x2 = 0, ulong x3 = 0, uint vcpu = 0) =>
        _machine.Exit(ExitKind.Hypercall, vcpu, immediate, function, x1, x2, x3);

    private long Call(ulong function, ulong x1 = 0, ulong x2 = 0, ulong x3 = 0)
    {
        Message reply = Exit(0, function, x1, x2, x3);
        Assert.Equal(ExitAction.Advance | ExitAction.SetResults, (ExitAction)reply.Words[0]);
        return (long)reply.Words[1];
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Smc)]
    public void Version_is_1_1_by_either_instruction(ulong immediate)
    {
        Assert.Equal(0x1_0001ul, Exit(immediate, SmcccFunction.PsciVersion).Words[1]);
        Assert.Equal(0x1_0001ul, Exit(immediate, SmcccFunction.SmcccVersion).Words[1]);
    }

    [Fact]
    public void Unknown_calls_are_not_supported_and_keep_their_registers()
    {
        var random = new Random(20);
        for (int count = 0; count < 20_000; count++)
        {
            ulong function = (ulong)random.NextInt64();
            if ((function & 0x3fff_ffe0) == 0x0400_0000) continue;
            if ((uint)function is 0x8000_0000 or 0x8000_0001)
                continue;
            Message reply = Exit((ulong)random.Next(2) << 16, function, 11, 12, 13);
            Assert.Equal(ExitAction.Advance | ExitAction.SetResults, (ExitAction)reply.Words[0]);
            Assert.Equal(-1L, (long)reply.Words[1]);
            Assert.Equal((11ul, 12ul, 13ul), (reply.Words[2], reply.Words[3], reply.Words[4]));
        }
        Assert.Empty(_machine.Outside.Ends);
    }

    [Fact]
    public void Calls_with_another_immediate_are_not_supported()
    {
        for (ulong immediate = 1; immediate < 0x1_0000; immediate++)
            Assert.Equal(-1L, (long)Exit(immediate, SmcccFunction.SystemOff).Words[1]);
        Assert.Empty(_machine.Outside.Ends);
    }

    [Fact]
    public void Features_answers_for_every_function_that_is_answered()
    {
        for (uint number = 0; number < 0x40; number++)
        {
            foreach (uint id in new[] { 0x8400_0000 + number, 0xc400_0000 + number })
            {
                bool isKnown = id is SmcccFunction.CpuOff or SmcccFunction.SystemOff
                    or SmcccFunction.SystemReset or SmcccFunction.PsciFeatures
                    || (long)Exit(0, id, ulong.MaxValue, 1).Words[1] != -1;
                Assert.Equal(isKnown ? 0 : -1, Call(SmcccFunction.PsciFeatures, id));
            }
        }
        Assert.Equal(0, Call(SmcccFunction.PsciFeatures, SmcccFunction.SmcccVersion));
    }

    [Theory]
    [InlineData(0x8000_0000, 0)]
    [InlineData(0x8000_0001, 0)]
    [InlineData(0x8000_8000, -1)]
    [InlineData(0x8000_7fff, -1)]
    [InlineData(0x8000_3fff, -1)]
    [InlineData(0x8000_0002, -1)]
    public void Architecture_features_are_answered_honestly(uint function, long result) =>
        Assert.Equal(result, Call(SmcccFunction.ArchFeatures, function));

    [Fact]
    public void Nothing_migrates()
    {
        Assert.Equal(2, Call(SmcccFunction.MigrateInfoType));
        Assert.Equal(-1, Call(0x8400_0005));
        Assert.Equal(-1, Call(0x8400_0007));
    }

    [Fact]
    public void A_cpu_is_turned_on_once()
    {
        Assert.Equal(1, Call(SmcccFunction.AffinityInfo64, 1));
        Assert.Equal(0, Call(SmcccFunction.CpuOn64, 1, 0x4100_0000, 0xdead_beef_0000_0001));
        Assert.Equal([1u], _machine.Outside.Recalled);
        Assert.Equal(2, Call(SmcccFunction.AffinityInfo64, 1));
        Assert.Equal((long)PsciResult.OnPending, Call(SmcccFunction.CpuOn64, 1, 0x4100_0000));

        Message start = _machine.Exit(ExitKind.Startup, 1, 1);
        Assert.Equal(ExitAction.SetRegisters, (ExitAction)start.Words[0]);
        Assert.Equal(0x4100_0000ul, _machine.Outside.Registers[GuestRegisters.Pc]);
        Assert.Equal(0xdead_beef_0000_0001, _machine.Outside.Registers[GuestRegisters.X0]);
        Assert.Equal(0, Call(SmcccFunction.AffinityInfo64, 1));
        Assert.Equal((long)PsciResult.AlreadyOn, Call(SmcccFunction.CpuOn64, 1, 0x4100_0000));
        Assert.Equal((long)PsciResult.AlreadyOn, Call(SmcccFunction.CpuOn64, 0, 0x4100_0000));
    }

    [Fact]
    public void A_cpu_that_turned_itself_off_can_be_turned_on_again()
    {
        Call(SmcccFunction.CpuOn64, 2, 0x4100_0000);
        _machine.Exit(ExitKind.Startup, 2, 2);
        Assert.Equal(ExitAction.Off, (ExitAction)Exit(0, SmcccFunction.CpuOff, vcpu: 2).Words[0]);
        Assert.Equal(1, Call(SmcccFunction.AffinityInfo, 2));
        Assert.Equal(0, Call(SmcccFunction.CpuOn, 2, 0x4200_0000, 5));
        _machine.Exit(ExitKind.Startup, 2, 2);
        Assert.Equal(0x4200_0000ul, _machine.Outside.Registers[GuestRegisters.Pc]);
    }

    [Theory]
    [InlineData(3, 0x4100_0000, -2)]
    [InlineData(0x100, 0x4100_0000, -2)]
    [InlineData(0x8000_0001, 0x4100_0000, -2)]
    [InlineData(0x1_0000_0001, 0x4100_0000, -2)]
    [InlineData(ulong.MaxValue, 0x4100_0000, -2)]
    [InlineData(1, 0x4100_0002, -9)]
    [InlineData(1, 0x3fff_fffc, -9)]
    [InlineData(1, 0x5000_0000, -9)]
    [InlineData(1, 0x4ffffffc, 0)]
    [InlineData(1, ulong.MaxValue - 3, -9)]
    public void Bad_targets_and_entries_have_their_codes(ulong target, ulong entry, long result) =>
        Assert.Equal(result, Call(SmcccFunction.CpuOn64, target, entry));

    [Fact]
    public void A_32_bit_call_ignores_the_upper_halves()
    {
        const ulong Upper = 0xffff_ffff_0000_0000;
        Assert.Equal(
            0, Call(Upper | SmcccFunction.CpuOn, Upper | 1, Upper | 0x4100_0000, Upper | 7));
        _machine.Exit(ExitKind.Startup, 1, 1);
        Assert.Equal(7ul, _machine.Outside.Registers[GuestRegisters.X0]);
        Assert.Equal(0x4100_0000ul, _machine.Outside.Registers[GuestRegisters.Pc]);
    }

    [Fact]
    public void A_cpu_that_the_kernel_does_not_know_stays_off()
    {
        _machine.Outside.CanRecall = false;
        Assert.Equal((long)PsciResult.InternalFailure, Call(SmcccFunction.CpuOn64, 1, 0x4100_0000));
        Assert.Equal(1, Call(SmcccFunction.AffinityInfo64, 1));
    }

    [Fact]
    public void Affinity_levels_above_cpus_are_not_answered()
    {
        Assert.Equal((long)PsciResult.InvalidParameters, Call(SmcccFunction.AffinityInfo64, 0, 1));
        Assert.Equal((long)PsciResult.InvalidParameters, Call(SmcccFunction.AffinityInfo64, 9));
        Assert.Equal(0, Call(SmcccFunction.AffinityInfo64, 0));
    }

    [Fact]
    public void Suspend_waits_for_an_interrupt_and_succeeds()
    {
        foreach (ulong state in new ulong[] { 0, 1, 0x1_0000, 0x0301_ffff })
        {
            Message reply = Exit(0, SmcccFunction.CpuSuspend64, state);
            Assert.Equal(
                ExitAction.Advance | ExitAction.SetResults | ExitAction.Wait,
                (ExitAction)reply.Words[0]);
            Assert.Equal(0ul, reply.Words[1]);
        }
        Assert.Equal((long)PsciResult.InvalidParameters, Call(SmcccFunction.CpuSuspend, 0x2_0000));
    }

    [Theory]
    [InlineData(SmcccFunction.SystemOff, GuestEnd.PowerOff)]
    [InlineData(SmcccFunction.SystemReset, GuestEnd.Reset)]
    public void Ending_the_system_ends_every_cpu(uint function, GuestEnd end)
    {
        Call(SmcccFunction.CpuOn64, 1, 0x4100_0000);
        _machine.Exit(ExitKind.Startup, 1, 1);
        _machine.Outside.Recalled.Clear();
        _machine.Write(GuestMap.UartBase, 'x');

        Assert.Equal(ExitAction.Off, (ExitAction)Exit(Smc, function).Words[0]);
        Assert.Equal([(end, 0ul, 0ul, 0ul)], _machine.Outside.Ends);
        Assert.Equal("x", _machine.Outside.Text);
        Assert.Contains(1u, _machine.Outside.Recalled);
        Assert.Equal(ExitAction.Off, (ExitAction)_machine.Exit(ExitKind.Recall, 1).Words[0]);
        Assert.Equal(ExitAction.Off, (ExitAction)_machine.Exit(ExitKind.Startup, 0, 0).Words[0]);
    }
}
