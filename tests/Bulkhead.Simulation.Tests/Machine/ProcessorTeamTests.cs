// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;

namespace Bulkhead.Simulation.Tests.Machine;

/// <summary>Programs of several CPUs in every order that their ordering points allow.</summary>
[Verifies("I37")]
public class ProcessorTeamTests
{
    [Fact]
    public void Every_interleaving_of_two_programs_is_met_once()
    {
        List<string> met = [];
        ScriptedChoice choice = new();
        do
        {
            string order = "";
            Run(choice, true, machine => order += 'a', machine => order += 'b');
            met.Add(order);
        }
        while (choice.Advance());
        // Two steps each: six orders, some by more than one sequence of handing over.
        Assert.Equal(["aabb", "abab", "abba", "baab", "baba", "bbaa"], met.Distinct().Order());
    }

    [Fact]
    public void A_seed_gives_the_same_interleaving_every_time()
    {
        HashSet<string> orders = [];
        for (int count = 0; count < 5; count++)
        {
            string order = "";
            Run(new SeededChoice(42), true, machine => order += 'a', machine => order += 'b');
            orders.Add(order);
        }
        Assert.Single(orders);
    }

    [Fact]
    public void Behind_the_door_is_one_CPU_at_a_time()
    {
        Assert.Equal(1, DeepestIn(hasDoor: true, out int waitCount));
        Assert.NotEqual(0, waitCount);
        Assert.Equal(2, DeepestIn(hasDoor: false, out _));
    }

    // Two CPUs add one to the same word without a lock: some interleaving loses one.
    [Fact]
    public void A_lost_update_is_found()
    {
        HashSet<ulong> results = [];
        ScriptedChoice choice = new();
        do
        {
            ulong word = 0;
            void Increment(SimulatedMachine machine)
            {
                ulong before = word;
                machine.AtOrderingPoint(OrderingPoint.Program);
                word = before + 1;
            }
            Run(choice, true, Increment, Increment, stepCount: 1);
            results.Add(word);
        }
        while (choice.Advance());
        Assert.Equal([1ul, 2ul], results.Order());
    }

    [Fact]
    public void The_machine_knows_who_executes_and_forgets_the_team()
    {
        using SimulatedMachine machine = new(new MachineOptions { CpuCount = 3 });
        List<bool> isRight = [];
        ProcessorTeam team = new(machine, new SeededChoice(3));
        for (int index = 0; index < 3; index++)
        {
            int cpu = index;
            team.With(() =>
            {
                for (int step = 0; step < 20; step++)
                {
                    machine.AtOrderingPoint(OrderingPoint.Program);
                    isRight.Add(SimulatedMachine.Current.Executing.Number == cpu);
                }
            });
        }
        team.Run();
        Assert.Equal(60, isRight.Count(right => right));
        Assert.NotEqual(0, team.HandoverCount);
        Assert.Null(machine.Interleaving);
        Assert.Equal(0, machine.Executing.Number);
    }

    [Fact]
    public void A_program_that_fails_ends_all()
    {
        using SimulatedMachine machine = new(new MachineOptions { CpuCount = 2 });
        ProcessorTeam team = new ProcessorTeam(machine, new SeededChoice(3))
            .With(() => Loop(machine))
            .With(() => throw new InvalidOperationException("broken"));
        SimulationException failure = Assert.Throws<SimulationException>(team.Run);
        Assert.IsType<InvalidOperationException>(failure.InnerException);
        Assert.Throws<SimulationException>(new ProcessorTeam(machine, new SeededChoice(3))
            .With(() => { }).With(() => { }).With(() => { }).Run);
    }

    private static void Loop(SimulatedMachine machine)
    {
        while (true) machine.AtOrderingPoint(OrderingPoint.Program);
    }

    [Fact]
    public void Who_waits_for_one_that_has_ended_is_told()
    {
        using SimulatedMachine machine = new(new MachineOptions { CpuCount = 2 });
        ProcessorTeam team = new ProcessorTeam(machine, new ScriptedChoice()) { HandoversMax = 50 }
            .With(() =>
            {
                while (true) machine.AtOrderingPoint(OrderingPoint.Relax);
            })
            .With(() => { });
        SimulationException error = Assert.Throws<SimulationException>(team.Run);
        Assert.IsType<LeftAloneException>(error.InnerException);
    }

    private static int DeepestIn(bool hasDoor, out int waitCount)
    {
        int deepest = 0;
        waitCount = 0;
        ScriptedChoice choice = new() { DeparturesMax = 2 };
        do
        {
            int inside = 0;
            void Enter(SimulatedMachine machine)
            {
                machine.AtOrderingPoint(OrderingPoint.Entry);
                inside++;
                deepest = Math.Max(deepest, inside);
                machine.AtOrderingPoint(OrderingPoint.ReadClock);
                inside--;
                machine.AtOrderingPoint(OrderingPoint.Exit);
            }
            waitCount += Run(choice, hasDoor, Enter, Enter, stepCount: 1);
        }
        while (choice.Advance());
        return deepest;
    }

    private static int Run(
        IChoice choice, bool hasDoor, Action<SimulatedMachine> first,
        Action<SimulatedMachine> second, int stepCount = 2)
    {
        using SimulatedMachine machine = new(new MachineOptions { CpuCount = 2 });
        void Repeat(Action<SimulatedMachine> step)
        {
            for (int count = 0; count < stepCount; count++)
            {
                step(machine);
                if (count + 1 < stepCount) machine.AtOrderingPoint(OrderingPoint.Program);
            }
        }
        ProcessorTeam team = new ProcessorTeam(machine, choice) { HasDoor = hasDoor }
            .With(() => Repeat(first)).With(() => Repeat(second));
        team.Run();
        return team.WaitCount;
    }
}
