// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;
using Bulkhead.Asp.Simulated.Power;

namespace Bulkhead.Simulation.Tests.Machine;

/// <summary>The firmware's answers, in every order that calls and hardware can come in.</summary>
public class PowerControllerTests
{
    private const ulong Entry = 0x4020_0000;

    [Fact]
    public void A_CPU_is_started_once()
    {
        using SimulatedMachine machine = new(new MachineOptions { CpuCount = 3 });
        PowerController power = machine.PowerController;
        Assert.Equal(PowerStatus.AlreadyOn, power.Start(0, Entry, 0));
        Assert.Equal(PowerStatus.Success, power.Start(2, Entry, ulong.MaxValue));
        Assert.Equal(PowerStatus.OnPending, power.Start(2, Entry, 0));
        Assert.Equal(CpuPower.OnPending, Ask(power, 2));
        power.Finish(2);
        Assert.Equal(PowerStatus.AlreadyOn, power.Start(2, Entry, 0));
        Assert.Equal((CpuPower.On, CpuPower.Off), (Ask(power, 2), Ask(power, 1)));
        Assert.Equal((Entry, ulong.MaxValue), power.StartOf(2));
        Assert.Throws<SimulationException>(() => power.Finish(2));
    }

    [Theory]
    [InlineData(3, Entry, PowerStatus.InvalidParameters)]
    [InlineData(1ul << 32, Entry, PowerStatus.InvalidParameters)]
    [InlineData(0x100, Entry, PowerStatus.InvalidParameters)]
    [InlineData(1, Entry + 2, PowerStatus.InvalidAddress)]
    [InlineData(1, 0, PowerStatus.InvalidAddress)]
    [InlineData(1, ulong.MaxValue - 3, PowerStatus.InvalidAddress)]
    public void Nonsense_is_refused(ulong affinity, ulong entry, PowerStatus expected)
    {
        using SimulatedMachine machine = new(new MachineOptions { CpuCount = 3 });
        Assert.Equal(expected, machine.PowerController.Start(affinity, entry, 0));
        Assert.Equal(
            PowerStatus.InvalidParameters, machine.PowerController.Ask(3, 0, out _));
        Assert.Equal(
            PowerStatus.InvalidParameters, machine.PowerController.Ask(0, 1, out _));
    }

    [Fact]
    public void A_start_can_fail()
    {
        using SimulatedMachine machine = new(new MachineOptions { CpuCount = 2 });
        machine.PowerController.FailureCount = 1;
        Assert.Equal(PowerStatus.InternalFailure, machine.PowerController.Start(1, Entry, 0));
        Assert.Equal(CpuPower.Off, machine.PowerController[1]);
        Assert.Equal(PowerStatus.Success, machine.PowerController.Start(1, Entry, 0));
    }

    [Fact]
    public void Only_what_runs_can_stop()
    {
        using SimulatedMachine machine = new(new MachineOptions { CpuCount = 2 });
        Assert.Equal(PowerStatus.Denied, machine.PowerController.Stop(1));
        Assert.Equal(PowerStatus.Success, machine.PowerController.Stop(0));
        Assert.Equal(PowerStatus.Denied, machine.PowerController.Stop(0));
    }

    // A CPU stops itself while another starts it again: the answer depends on how far it is.
    [Fact]
    public void Starting_a_CPU_that_stops_meets_each_of_its_states()
    {
        HashSet<(PowerStatus, CpuPower)> seen = [];
        ScriptedChoice choice = new();
        do
        {
            using SimulatedMachine machine = new(new MachineOptions { CpuCount = 2 });
            PowerController power = machine.PowerController;
            machine.Interleaving = new Interleaver(choice).With(power);
            power.Start(1, Entry, 0);
            machine.AtOrderingPoint(OrderingPoint.Program);
            if (power[1] != CpuPower.On) power.Finish(1);
            power.Stop(1);
            Assert.Equal(CpuPower.On, Ask(power, 1));
            machine.AtOrderingPoint(OrderingPoint.Program);
            PowerStatus status = power.Start(1, Entry, 0);
            machine.AtOrderingPoint(OrderingPoint.Program);
            seen.Add((status, Ask(power, 1)));
        }
        while (choice.Advance());
        Assert.Equal(
            [
                (PowerStatus.AlreadyOn, CpuPower.On), (PowerStatus.AlreadyOn, CpuPower.Off),
                (PowerStatus.Success, CpuPower.On), (PowerStatus.Success, CpuPower.OnPending),
            ],
            seen.OrderBy(pair => (int)pair.Item1).ThenBy(pair => (int)pair.Item2));
    }

    [Fact]
    public void The_machine_ends()
    {
        using SimulatedMachine machine = new();
        machine.PowerController.End(isReset: true);
        Assert.Equal(PowerState.Reset, machine.Power);
        machine.PowerController.End(isReset: false);
        Assert.Equal(PowerState.Off, machine.Power);
    }

    private static CpuPower Ask(PowerController power, ulong affinity)
    {
        Assert.Equal(PowerStatus.Success, power.Ask(affinity, 0, out CpuPower answer));
        return answer;
    }
}
