// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Communication;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Virtualization;

public class ExitReplyTests
{
    [Theory]
    [InlineData(0, false, false, 0xffff_ffff_ffff_ff80ul, 0x80ul)]
    [InlineData(0, true, false, 0x80ul, 0xffff_ff80ul)]
    [InlineData(0, true, true, 0x80ul, 0xffff_ffff_ffff_ff80ul)]
    [InlineData(0, true, true, 0x7ful, 0x7ful)]
    [InlineData(1, false, true, 0x1_8000ul, 0x8000ul)]
    [InlineData(1, true, false, 0x8000ul, 0xffff_8000ul)]
    [InlineData(1, true, true, 0x8000ul, 0xffff_ffff_ffff_8000ul)]
    [InlineData(2, false, false, 0x1_8000_0000ul, 0x8000_0000ul)]
    [InlineData(2, true, true, 0x8000_0000ul, 0xffff_ffff_8000_0000ul)]
    [InlineData(2, true, false, 0x8000_0000ul, 0x8000_0000ul)]
    [InlineData(3, false, true, 0x8000_0000_0000_0000ul, 0x8000_0000_0000_0000ul)]
    [InlineData(3, false, false, ulong.MaxValue, ulong.MaxValue)]
    public void A_read_value_is_extended_as_the_access_says(
        int sizeLog2, bool isSigned, bool is64Bit, ulong value, ulong expected)
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        ulong counter = machine.Context().Frame[RegisterFrame.ProgramCounter];
        machine.Context().Frame[7] = 0x1234;
        kernel.Processor.Access(
            0x900_0000, new MmioAccess((uint)sizeLog2, false, isSigned, is64Bit, 7), 0);
        machine.Answer(ExitAction.Advance | ExitAction.SetRegister, value);
        kernel.AssertCurrent(machine.Vcpu());
        Assert.Equal(expected, machine.Context().Frame[7]);
        Assert.Equal(counter + 4, machine.Context().Frame[RegisterFrame.ProgramCounter]);
    }

    [Fact]
    public void The_zero_register_takes_nothing()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        for (int register = 0; register < RegisterFrame.Count; register++)
        {
            machine.Context().Frame[register] = 5;
        }
        kernel.Processor.Access(0x900_0000, new MmioAccess(3, false, false, true, 31), 0);
        machine.Answer(ExitAction.SetRegister, 99);
        for (int register = 0; register < RegisterFrame.Count; register++)
        {
            Assert.Equal(5ul, machine.Context().Frame[register]);
        }
    }

    [Fact]
    public void Results_of_a_hypercall_go_to_the_first_four_registers()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        for (int register = 0; register < 31; register++) machine.Context().Frame[register] = 5;
        kernel.Processor.GuestHypercall(0);
        machine.Answer(ExitAction.Advance | ExitAction.SetResults, 1, 2, 3, 4);
        for (int register = 0; register < 4; register++)
        {
            Assert.Equal((ulong)register + 1, machine.Context().Frame[register]);
        }
        Assert.Equal(5ul, machine.Context().Frame[4]);
    }

    [Theory]
    [InlineData(ExitAction.InjectUndefined)]
    [InlineData(ExitAction.InjectAbort)]
    public void An_injected_exception_enters_the_guests_vector(ExitAction action)
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        machine.Row().System[GuestRegisterFile.FirstSystemWord + 6] = 0x8_0000;
        kernel.Processor.Exit(ExitKind.Fault, 0);
        machine.Answer(action);
        kernel.AssertCurrent(machine.Vcpu());
        Assert.Equal(0x8_0200ul, machine.Context().Frame[RegisterFrame.ProgramCounter]);
    }

    [Theory]
    [InlineData(ExitAction.InjectUndefined, 1ul << 25)]
    [InlineData(ExitAction.InjectAbort, (0x25ul << 26) | (1ul << 25) | 0x10)]
    public void An_injected_exception_tells_the_guest_which_it_is(
        ExitAction action, ulong syndrome)
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        kernel.Processor.Exit(ExitKind.Fault, 0);
        machine.Answer(action);
        kernel.AssertCurrent(machine.Vcpu());
        Assert.Equal(syndrome, machine.Row().System[GuestRegisterFile.FirstSystemWord + 9]);
    }

    [Theory]
    [InlineData(RegisterGroups.General, 7ul, 2ul, 3ul)]
    [InlineData(RegisterGroups.Control, 1ul, 8ul, 3ul)]
    [InlineData(RegisterGroups.System, 1ul, 2ul, 9ul)]
    public void Only_the_register_groups_that_an_answer_names_are_set(
        RegisterGroups groups, ulong general, ulong counter, ulong system)
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        kernel.Processor.Exit(ExitKind.Fault, 0);
        machine.Context().Frame[5] = 1;
        machine.Context().Frame[RegisterFrame.ProgramCounter] = 2;
        machine.Row().System[GuestRegisterFile.FirstSystemWord] = 3;
        ref UtcbPage page =
            ref machine.Monitor.In(ref kernel.State).Utcb.In(ref kernel.State);
        page[5] = 7;
        page[GuestRegisters.Pc] = 8;
        page[GuestRegisters.System] = 9;
        machine.Answer(ExitAction.SetRegisters, 0, 0, 0, 0, (ulong)groups);
        Assert.Equal(general, machine.Context().Frame[5]);
        Assert.Equal(counter, machine.Context().Frame[RegisterFrame.ProgramCounter]);
        Assert.Equal(system, machine.Row().System[GuestRegisterFile.FirstSystemWord]);
    }

    [Fact]
    public void Off_lasts_until_recall_and_then_reports_a_start()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        kernel.Processor.GuestHypercall(0);
        machine.Answer(ExitAction.Off | ExitAction.Wait);
        Assert.Equal((ContextState.Off, (byte)1), (machine.Context().State, machine.Row().IsOff));
        kernel.AssertIdle();
        kernel.WakeRoot();
        kernel.Call(Hypercall.Recall, machine.Selector()).Succeeds();
        kernel.ParkRoot();
        machine.ExpectExit(ExitKind.Startup);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Recall_on_the_way_off_becomes_a_start(int recalls)
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        kernel.Processor.GuestHypercall(0);
        kernel.WakeRoot();
        for (int count = 0; count < recalls; count++)
        {
            kernel.Call(Hypercall.Recall, machine.Selector()).Succeeds();
        }
        kernel.ParkRoot();
        machine.ExpectExit(ExitKind.Hypercall);
        machine.Answer(ExitAction.Off);
        machine.ExpectExit(ExitKind.Startup);
        Assert.Equal(
            (0, 0, 0),
            (machine.Row().IsOff, machine.Row().StartupPending, machine.Context().ReportPending));
        // The start may be declined; then it is off until the next recall.
        machine.Answer(ExitAction.Off);
        kernel.AssertIdle();
        Assert.Equal((ContextState.Off, (byte)1), (machine.Context().State, machine.Row().IsOff));
    }

    [Fact]
    public void Wait_halts_unless_something_is_deliverable()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        machine.Configure(40);
        machine.Start();
        kernel.Processor.GuestHypercall(0);
        machine.Answer(ExitAction.Advance | ExitAction.Wait);
        Assert.Equal(ContextState.Halted, machine.Context().State);
        kernel.WakeRoot();
        machine.Request(VirtualInterruptOperation.SetPending, 40);
        kernel.ParkRoot();
        kernel.AssertCurrent(machine.Vcpu());
        kernel.Processor.GuestHypercall(0);
        machine.Answer(ExitAction.Advance | ExitAction.Wait);
        kernel.AssertCurrent(machine.Vcpu());
    }

    [Fact]
    public void Unknown_groups_and_actions_are_ignored()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        kernel.Processor.GuestHypercall(0);
        machine.Answer((ExitAction)0xffff_ffff_ffff_0000, 0, 0, 0, 0, ulong.MaxValue);
        kernel.AssertCurrent(machine.Vcpu());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_load_gets_its_value_and_the_guest_goes_on_behind_it(bool usesFastPath)
    {
        using KernelHarness kernel = new(usesFastPath: usesFastPath);
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        ulong counter = machine.Context().Frame[RegisterFrame.ProgramCounter];
        kernel.Processor.Access(0x900_0000, new MmioAccess(2, false, false, false, 5), 0);
        machine.Answer(ExitAction.SetRegister | ExitAction.Advance, 0x1234_5678);
        kernel.AssertCurrent(machine.Vcpu());
        Assert.Equal(0x1234_5678ul, machine.Context().Frame[5]);
        Assert.Equal(counter + 4, machine.Context().Frame[RegisterFrame.ProgramCounter]);
    }

    [Theory]
    [InlineData(ExitAction.Resume, true)]
    [InlineData(ExitAction.Resume, false)]
    [InlineData(ExitAction.Wait, false)]
    public void What_an_answer_does_not_name_stays_as_it_was(ExitAction action, bool usesFastPath)
    {
        using KernelHarness kernel = new(usesFastPath: usesFastPath);
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        for (int register = 0; register <= RegisterFrame.ProgramCounter; register++)
        {
            machine.Context().Frame[register] = 0x1000 + (ulong)register;
        }
        kernel.Processor.Access(0x900_0000, new MmioAccess(2, false, false, false, 5), 0);
        ulong[] before = Registers(ref machine.Context());
        machine.Answer(action, 71, 72, 73, 74, (ulong)RegisterGroups.All);
        Assert.Equal(before, Registers(ref machine.Context()));

        static ulong[] Registers(ref ExecutionContext context)
        {
            ulong[] values = new ulong[RegisterFrame.ProgramCounter + 1];
            for (int index = 0; index < values.Length; index++)
            {
                values[index] = context.Frame[index];
            }
            return values;
        }
    }
}
