// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Campaigns;
using Bulkhead.Simulation.Programs;
using static Bulkhead.Simulation.Exploration.Configurations.SystemScript;

namespace Bulkhead.Simulation.Tests.Running;

/// <summary>Systems of several CPUs, one of which is in the kernel at a time.</summary>
[Verifies("I41")]
public sealed class SeveralCpusTests
{
    private const ulong SecondCpu = 2ul << 32;
    private const ulong Semaphore1 = 30;

    [Fact]
    public void Most_seeds_have_one_CPU_and_every_number_that_is_meant_occurs()
    {
        EventGenerator generator = new();
        int[] counts = [.. Enumerable.Range(1, 400).Select(
            seed => generator.Begin((ulong)seed).CpuCount)];
        Assert.InRange(counts.Count(count => count == 1), 200, 300);
        Assert.Equal([1, 2, 3, 4, 8], counts.Distinct().Order());
    }

    [Fact]
    public void A_system_says_its_CPUs_and_an_old_one_has_one()
    {
        EventGenerator generator = new();
        SystemShape shape = Enumerable.Range(1, 400)
            .Select(seed => generator.Begin((ulong)seed)).First(one => one.CpuCount == 4);
        Assert.EndsWith(" cpus=4", shape.ToString(), StringComparison.Ordinal);
        Assert.Equal(4, SystemShape.Parse(shape.ToString()).CpuCount);
        Assert.Equal(1, SystemShape.Parse(new SystemShape().ToString()).CpuCount);
    }

    [Fact]
    public void A_raise_from_another_CPU_arrives_when_its_interrupt_does()
    {
        using World world = Boot();
        Apply(world, new SimulationEvent(EventKind.HoldCalls, 0, 1));
        Apply(world, Up(Semaphore1));
        Assert.Equal(1, world.Machine.Interrupts.Flights.Count);
        Assert.Equal((0ul, 1u), CountOf(world));
        Apply(world, Up(Semaphore1));
        Assert.Equal(1, world.Machine.Interrupts.Flights.Count);
        Apply(world, new SimulationEvent(EventKind.ArriveInterrupt, 0));
        Assert.Equal((2ul, 0u), CountOf(world));
    }

    [Fact]
    public void A_thread_is_stopped_where_it_runs()
    {
        using World world = Boot();
        Link<ExecutionContext> thread = world.Processors[1].Current;
        Assert.False(thread.IsNone);
        Apply(world, Stop(31));
        Assert.True(world.Processors[1].Current.IsNone);
        Assert.Equal(ContextState.Off, thread.In(ref world.State).State);
    }

    [Fact]
    public void Time_that_passes_wakes_a_thread_of_another_CPU()
    {
        using World world = Boot();
        SimulationEvent down = Down(32, world.Machine.Clock.Ticks + 500);
        down.Cpu = 1;
        Assert.True(world.Apply(in down));
        Assert.True(world.Processors[1].Current.IsNone);
        Apply(world, Elapse(499));
        Assert.True(world.Processors[1].Current.IsNone);
        Apply(world, Elapse(1));
        Assert.False(world.Processors[1].Current.IsNone);
    }

    [Fact]
    public void An_event_of_a_CPU_that_is_not_there_does_nothing()
    {
        using World world = Boot();
        SimulationEvent value = Up(Semaphore1);
        value.Cpu = 2;
        Assert.False(world.Apply(in value));
    }

    [Fact]
    public void Seeds_of_several_CPUs_hold_every_invariant_and_come_to_rest()
    {
        EventGenerator generator = new();
        ulong[] seeds = [.. Enumerable.Range(1, 40).Select(seed => (ulong)seed)
            .Where(seed => generator.Begin(seed).CpuCount > 1).Take(6)];
        foreach (ulong seed in seeds)
        {
            CampaignOptions options = new()
            {
                EventsPerSeed = 600, Mode = SimulationMode.Liveness,
            };
            SeedRun run = new(options, EventPlayer.ChecksOf(8, wantsOracle: false));
            Failure? failure = run.Run(seed);
            Assert.True(failure is null, $"seed {seed}: {failure?.Message}");
            Assert.Contains(run.Events.ToArray(), value => value.Cpu != 0);
        }
    }

    // A semaphore and a thread of the second CPU, the thread with a semaphore of its own.
    private static World Boot()
    {
        BootImage image = new();
        image.Header.CpuCount = 2;
        World world = new(image, new MachineOptions { CpuCount = 2 });
        Apply(world, Semaphore(Semaphore1, SecondCpu));
        Apply(world, Domain(33, 4, 8));
        Apply(world, Thread(31, SecondCpu | 33, 1));
        Apply(world, Give(Semaphore1, 33, 32, Rights.SemaphoreAll));
        Apply(world, Run(34, 31));
        return world;
    }

    private static (ulong Count, uint Incoming) CountOf(World world)
    {
        ref Semaphore semaphore = ref world.State.Semaphores[0];
        return (semaphore.Count, semaphore.Incoming);
    }

    private static void Apply(World world, SimulationEvent value)
    {
        Assert.True(world.Apply(in value));
        if (value.Kind == EventKind.Hypercall)
        {
            Assert.Equal(0ul, world.Current.In(ref world.State).Frame[0]);
        }
    }
}
