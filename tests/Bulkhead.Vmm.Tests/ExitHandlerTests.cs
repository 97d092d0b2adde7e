// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;
using Bulkhead.Vmm.Faults;

namespace Bulkhead.Vmm.Tests;

/// <summary>Starts, faults and recalls.</summary>
public sealed class ExitHandlerTests
{
    private const ulong DataAbort = 0x24ul << 26, InstructionAbort = 0x20ul << 26,
        Unknown = 0x1dul << 26;

    private readonly TestMachine _machine = new(2);

    private ExitAction Fault(ulong syndrome, ulong pc) =>
        (ExitAction)_machine.Exit(ExitKind.Fault, 0, syndrome, 0xffff_0000, 0x9999_9000, pc)
            .Words[0];

    [Fact]
    public void The_first_cpu_starts_as_the_boot_protocol_says()
    {
        Array.Fill(_machine.Outside.Registers, 0xdeadul);
        Message reply = _machine.Exit(ExitKind.Startup, 0, 0);
        Assert.Equal(ExitAction.SetRegisters, (ExitAction)reply.Words[0]);
        Assert.Equal((ulong)RegisterGroups.All, reply.Words[5]);
        ulong[] expected = new ulong[GuestRegisters.Count];
        expected[GuestRegisters.X0] = TestMachine.DeviceTree;
        expected[GuestRegisters.Pc] = TestMachine.Entry;
        expected[GuestRegisters.Pstate] = 0x3c5;
        expected[GuestRegisters.System] = 0x30d0_0800;
        Assert.Equal(expected, _machine.Outside.Registers.Take(GuestRegisters.Count));
        Assert.Equal(1, _machine.Outside.LoadCount);
    }

    [Fact]
    public void The_others_wait_to_be_turned_on()
    {
        Assert.Equal(ExitAction.Off, (ExitAction)_machine.Exit(ExitKind.Startup, 1, 1).Words[0]);
        Assert.Equal(0, _machine.Outside.LoadCount);
    }

    [Fact]
    public void A_cpu_that_the_machine_does_not_have_is_off()
    {
        foreach (uint vcpu in new uint[] { 2, 8, 255 })
        {
            for (int kind = 0; kind < 256; kind++)
                Assert.Equal(
                    ExitAction.Off, (ExitAction)_machine.Exit((ExitKind)kind, vcpu).Words[0]);
        }
    }

    [Fact]
    public void Payloads_that_do_not_fit_end_the_guest()
    {
        _machine.Outside.DoPayloadsFit = false;
        Assert.Equal(ExitAction.Off, (ExitAction)_machine.Exit(ExitKind.Startup, 0, 0).Words[0]);
        Assert.Equal(GuestEnd.Fault, Assert.Single(_machine.Outside.Ends).End);
        Assert.Contains("payload", _machine.Outside.Text);
    }

    [Theory]
    [InlineData(DataAbort, ExitAction.InjectAbort, "cannot be emulated")]
    [InlineData(InstructionAbort, ExitAction.InjectAbort, "instructions from nowhere")]
    [InlineData(Unknown, ExitAction.InjectUndefined, "does not have")]
    public void A_fault_is_reported_and_given_to_the_guest(
        ulong syndrome, ExitAction action, string text)
    {
        Assert.Equal(action, Fault(syndrome, 0x4000_1000));
        Assert.Contains(text, _machine.Outside.Text);
        Assert.Contains("address 0x99999000, virtual 0xffff0000", _machine.Outside.Text);
        Assert.Contains("pc 0x40001000", _machine.Outside.Text);
    }

    [Fact]
    public void A_fault_that_repeats_without_end_ends_the_guest()
    {
        for (uint count = 0; count < FaultRepetition.FaultsMax; count++)
            Assert.Equal(ExitAction.InjectAbort, Fault(InstructionAbort, 0x200));
        Assert.Equal(ExitAction.Off, Fault(InstructionAbort, 0x200));
        Assert.Equal(
            (GuestEnd.Fault, 0xffff_0000ul, InstructionAbort, 0x200ul),
            Assert.Single(_machine.Outside.Ends));
    }

    [Fact]
    public void Faults_that_differ_or_come_slowly_are_forgiven()
    {
        for (uint count = 0; count < 1000; count++)
            Assert.Equal(ExitAction.InjectAbort, Fault(DataAbort, 0x4000_0000 + (4 * (count % 2))));
        for (uint count = 0; count < 1000; count++)
        {
            _machine.Outside.NowTicks += _machine.Outside.FrequencyHz / 50;
            Assert.Equal(ExitAction.InjectAbort, Fault(DataAbort, 0x4000_0000));
        }
    }

    [Fact]
    public void Undefined_instructions_may_repeat()
    {
        for (uint count = 0; count < 1000; count++)
            Assert.Equal(ExitAction.InjectUndefined, Fault(Unknown, 0x200));
    }

    [Fact]
    public void A_recall_without_reason_resumes() =>
        Assert.Equal(ExitAction.Resume, (ExitAction)_machine.Exit(ExitKind.Recall, 0).Words[0]);

    [Fact]
    public void Random_exits_never_fail()
    {
        var random = new Random(22);
        for (int count = 0; count < 50_000; count++)
        {
            ulong[] words = Enumerable.Range(0, 8).Select(_ => (ulong)random.NextInt64()).ToArray();
            _machine.Exit((ExitKind)random.Next(8), (uint)random.Next(3), words);
            var access = new MmioAccess(words[1]);
            _machine.Access(words[0] & 0xfff_ffff, (int)access.Bytes, access.IsWrite, words[2]);
        }
    }
}
