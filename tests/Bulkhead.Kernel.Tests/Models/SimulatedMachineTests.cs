// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Models;

public class SimulatedMachineTests
{
    [Fact]
    public void Each_host_thread_has_its_own()
    {
        using SimulatedMachine first = new();
        using SimulatedMachine second = new();
        Assert.Same(second, SimulatedMachine.Current);
        first.MakeCurrent();
        first.Clock.Ticks = 77;
        Assert.Equal(77ul, SimulatedAsp.Now);
        first.Dispose();
        Assert.Throws<SimulationException>(() => SimulatedMachine.Current);
    }

    [Fact]
    public void Memory_is_zero_until_written_and_the_kernel_is_part_of_it()
    {
        using SimulatedMachine machine = new();
        Assert.Equal(0ul, machine.Memory.Read(0x4900_0000));
        machine.Memory.Write(0x4900_0ff8, 5);
        Assert.Equal(5ul, machine.Memory.Read(0x4900_0ff8));
        machine.State.System.BootTicks = 9;
        Assert.Equal(9ul, machine.Memory.Read(SimulatedMachine.StateBase));
        Assert.True(machine.Memory.IsKernel(SimulatedMachine.StateBase));
        Assert.False(machine.Memory.IsKernel(SimulatedMachine.StateBase - 1));
        Assert.Throws<SimulationException>(() => machine.Memory.Read(4));
    }

    [Fact]
    public void Waiting_for_nothing_is_idling()
    {
        using SimulatedMachine machine = new();
        Assert.Throws<IdleException>(() => SimulatedAsp.WaitForInterrupt());
        SimulatedAsp.ArmTimer(machine.Clock.Ticks);
        SimulatedAsp.WaitForInterrupt();
    }

    [Fact]
    public void Only_a_ready_context_can_be_switched_to()
    {
        using KernelHarness kernel = new();
        Link<ExecutionContext> server = kernel.ContextOf(kernel.CreateServer());
        Assert.Throws<SimulationException>(
            () => SimulatedAsp.SwitchTo(ref kernel.State, ref server.In(ref kernel.State)));
    }

    [Fact]
    public void A_storm_of_interrupts_without_end_is_noticed()
    {
        using KernelHarness kernel = new();
        MakeSpurious(kernel, 1 << 17);
        SimulationException exception =
            Assert.Throws<SimulationException>(kernel.Processor.TakeInterrupts);
        Assert.Equal(SimulatedMachine.InterruptsWithoutEnd, exception.Message);
    }

    [Fact]
    public void Storms_that_end_are_counted_each_by_itself()
    {
        using KernelHarness kernel = new();
        int before = kernel.Processor.InterruptCount;
        for (int storm = 0; storm < 3; storm++)
        {
            MakeSpurious(kernel, 1 << 15);
            kernel.Processor.TakeInterrupts();
        }
        Assert.Equal(3 << 15, kernel.Processor.InterruptCount - before);
    }

    [Fact]
    public void A_block_that_was_given_back_is_not_used()
    {
        StateBlock block = new();
        block.Dispose();
        Assert.Throws<ObjectDisposedException>(() => block.Bytes.Length);
        Assert.Throws<ObjectDisposedException>(() => block.State.System.BootTicks);
    }

    private static void MakeSpurious(KernelHarness kernel, int count)
    {
        for (; count > 0; count--) kernel.Machine.Interrupts.MakeSpurious();
    }
}
