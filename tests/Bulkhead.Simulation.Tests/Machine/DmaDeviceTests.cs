// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Devices;
using Bulkhead.Asp.Simulated.Interleaving;

namespace Bulkhead.Simulation.Tests.Machine;

[Verifies("R-FLOW-2", "I3")]
public class DmaDeviceTests
{
    private const ulong Start = 0x4c00_0000;

    [Fact]
    public void It_reaches_what_it_was_given_and_nothing_else()
    {
        using SimulatedMachine machine = new();
        DmaDevice device = new(machine);
        device.Allow(Start, 0x1000);
        device.Write(Start + 0xff8, 3);
        Assert.Equal(3ul, device.Read(Start + 0xff8));
        Assert.Throws<SimulationException>(() => device.Read(Start + 0x1000));
        Assert.Throws<SimulationException>(() => device.Write(Start - 8, 0));
    }

    [Fact]
    public void Nobody_can_give_it_the_kernel()
    {
        using SimulatedMachine machine = new();
        DmaDevice device = new(machine);
        Assert.Throws<SimulationException>(
            () => device.Allow(SimulatedMachine.StateBase - 0x1000, 0x2000));
    }

    [Fact]
    public void What_it_was_told_to_transfer_happens_when_hardware_has_its_turn()
    {
        using SimulatedMachine machine = new();
        DmaDevice device = new(machine);
        device.Allow(Start, 0x1000);
        // Its driver may say more than it reaches.
        device.Program(Start - 0x1000, 0x3000, isWrite: true);
        device.Program(Start, 8, isWrite: true);
        device.Program(Start, 8, isWrite: false);
        machine.Interleaving = new Interleaver(new SeededChoice(1)).With(device);
        for (int count = 0; count < 300; count++)
        {
            machine.AtOrderingPoint(OrderingPoint.Program);
        }
        Assert.InRange(device.TransferCount, 50, 290);
        Assert.NotEqual(0ul, device.LastRead);
        Assert.Equal(1, machine.Memory.PageCount);
        device.Stop();
        Assert.Equal(0, device.CountActions(machine));
    }
}
