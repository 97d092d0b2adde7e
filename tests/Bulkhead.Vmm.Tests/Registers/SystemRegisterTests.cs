// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Vmm.Tests.Registers;

/// <summary>Trapped system registers through the exit handler.</summary>
public sealed class SystemRegisterTests
{
    private const ExitAction ReadDone = ExitAction.Advance | ExitAction.SetRegister;

    private readonly TestMachine _machine = new();

    private (ExitAction Action, ulong Value) Access(
        uint op0, uint op1, uint crn, uint crm, uint op2, bool isRead, ulong value = 0)
    {
        ulong access = RegisterAccess.Name(op0, op1, crn, crm, op2) | (3 << 5) | (isRead ? 1u : 0);
        var reply = _machine.Exit(ExitKind.SystemRegister, 0, access, value);
        return ((ExitAction)reply.Words[0], reply.Words[1]);
    }

    [Fact]
    public void Every_encoding_is_answered()
    {
        for (uint name = 0; name < 1 << 16; name++)
        {
            foreach (bool isRead in new[] { false, true })
            {
                (ExitAction action, _) = Access(
                    name >> 14, (name >> 11) & 7, (name >> 7) & 15, (name >> 3) & 15, name & 7,
                    isRead);
                ExitAction done = isRead ? ReadDone : ExitAction.Advance;
                Assert.True(action == done || action == ExitAction.InjectUndefined);
            }
        }
    }

    [Theory]
    [InlineData(2, 0, 0, 2, 2, "MDSCR_EL1")]
    [InlineData(2, 0, 0, 0, 4, "DBGBVR0_EL1")]
    [InlineData(2, 0, 0, 1, 7, "DBGWCR1_EL1")]
    [InlineData(2, 0, 1, 0, 4, "OSLAR_EL1")]
    [InlineData(2, 0, 1, 3, 4, "OSDLR_EL1")]
    [InlineData(2, 3, 0, 1, 0, "MDCCSR_EL0")]
    [InlineData(3, 0, 1, 0, 1, "ACTLR_EL1")]
    [InlineData(3, 3, 9, 12, 0, "PMCR_EL0")]
    [InlineData(3, 3, 9, 13, 0, "PMCCNTR_EL0")]
    [InlineData(3, 0, 9, 14, 1, "PMINTENSET_EL1")]
    [InlineData(3, 3, 14, 15, 7, "PMCCFILTR_EL0")]
    public void Register_reads_as_zero_and_ignores_writes(
        uint op0, uint op1, uint crn, uint crm, uint op2, string name)
    {
        Assert.True(
            Access(op0, op1, crn, crm, op2, false, ulong.MaxValue).Action == ExitAction.Advance,
            name);
        Assert.Equal((ReadDone, 0ul), Access(op0, op1, crn, crm, op2, true, ulong.MaxValue));
    }

    [Theory]
    [InlineData(2, 0, 0, 2, 4, "DBGBVR2_EL1")]
    [InlineData(2, 1, 0, 0, 1, "a trace register")]
    [InlineData(3, 3, 13, 2, 0, "AMCR_EL0")]
    [InlineData(3, 0, 2, 1, 0, "APIAKeyLo_EL1")]
    [InlineData(3, 0, 1, 2, 0, "ZCR_EL1")]
    [InlineData(3, 0, 15, 0, 0, "an implementation-defined register")]
    [InlineData(3, 4, 1, 1, 0, "HCR_EL2")]
    [InlineData(1, 0, 7, 8, 0, "AT S1E1R")]
    public void Register_is_undefined(uint op0, uint op1, uint crn, uint crm, uint op2, string name)
    {
        Assert.True(
            Access(op0, op1, crn, crm, op2, false).Action == ExitAction.InjectUndefined, name);
        Assert.True(
            Access(op0, op1, crn, crm, op2, true).Action == ExitAction.InjectUndefined, name);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(10)]
    [InlineData(14)]
    public void Cache_maintenance_by_set_and_way_is_done(uint crm) =>
        Assert.Equal(ExitAction.Advance, Access(1, 0, 7, crm, 2, false, 123).Action);

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public void Software_interrupts_without_receiver_are_ignored(uint op2)
    {
        Assert.Equal(ExitAction.Advance, Access(3, 0, 12, 11, op2, false, ulong.MaxValue).Action);
        Assert.Equal(ExitAction.InjectUndefined, Access(3, 0, 12, 11, op2, true).Action);
    }

    [Fact]
    public void Id_registers_are_narrowed_and_read_only()
    {
        Assert.Equal((ReadDone, 0x0100_0012ul), Access(3, 0, 0, 4, 0, true, 0x1_1100_2222));
        Assert.Equal(ExitAction.InjectUndefined, Access(3, 0, 0, 4, 0, false).Action);
    }

    [Fact]
    public void The_physical_counter_and_the_os_lock_can_be_read()
    {
        _machine.Outside.NowTicks = 77;
        Assert.Equal((ReadDone, 77ul), Access(3, 3, 14, 0, 1, true));
        Assert.Equal((ReadDone, 8ul), Access(2, 0, 1, 1, 4, true));
    }
}
