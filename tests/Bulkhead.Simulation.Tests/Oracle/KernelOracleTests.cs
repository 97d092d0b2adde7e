// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Campaigns;
using Bulkhead.Simulation.Oracle;

namespace Bulkhead.Simulation.Tests.Oracle;

public sealed class KernelOracleTests
{
    private const int EventsMax = 300;

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(200)]
    [InlineData(300)]
    public void RandomEventsAgreeInEverything(int first) =>
        RunSeeds(first, 10, OracleDepth.Everything);

    [Theory]
    [InlineData(1000)]
    [InlineData(2000)]
    public void RandomEventsAgreeInWhatTheyGive(int first) =>
        RunSeeds(first, 100, OracleDepth.Results);

    [Theory]
    [InlineData(1)]
    [InlineData(1001)]
    public void CampaignsAgree(ulong first)
    {
        int more = int.Parse(Environment.GetEnvironmentVariable("BULKHEAD_ORACLE_SEEDS") ?? "0");
        CampaignOptions options = new() { EventsPerSeed = 500, WantsOracle = true };
        SeedRun run = new(options, [new OracleCheck(OracleDepth.Everything)]);
        for (ulong seed = first; seed < first + (ulong)Math.Max(10, more); seed++)
        {
            Failure? failure = run.Run(seed);
            if (failure is null) continue;
            string events = string.Join('\n', failure.Events.TakeLast(12));
            Assert.Fail($"seed {seed}: {failure.Message}\n{events}");
        }
    }

    [Fact]
    public void ARightThatAppearsBehindTheSpecificationsBackIsNoticed() =>
        AssertNoticed((ref KernelState state) =>
        {
            Link<Capability> slot =
                state.System.RootDomain.In(ref state).Slots.At(Selectors.System);
            slot.In(ref state).Rights = Rights.SystemConsole;
        });

    [Fact]
    public void ALostWakeUpIsNoticed() =>
        AssertNoticed((ref KernelState state) => state.Semaphores[1].Count++);

    [Fact]
    public void AForgottenChargeIsNoticed() =>
        AssertNoticed(
            (ref KernelState state) => state.SchedulingContexts[2].RemainingTicks++);

    [Fact]
    public void AnObjectNobodyPaysForIsNoticed() =>
        AssertNoticed(
            (ref KernelState state) =>
                state.System.RootDomain.In(ref state).ObjectsUsed--);

    [Fact]
    public void AForgottenVirtualInterruptIsNoticed() =>
        AssertNoticed((ref KernelState state) => state.Vcpus[0].Interrupts.Pending.Set(40));

    [Fact]
    public void AWindowThatIsNotTheOpenOneIsNoticed() =>
        AssertNoticed((ref KernelState state) => state.Cpus[0].Window = 2);

    [Fact]
    public void AWindowThatEndsElsewhenIsNoticed() =>
        AssertNoticed((ref KernelState state) => state.Cpus[0].WindowEndTicks++);

    [Fact]
    public void ATimePartitionThatMayRunOutsideItsWindowIsNoticed() =>
        AssertNoticed((ref KernelState state) => state.Cpus[0].Eligible |= 4);

    [Fact]
    public void ASchedulingContextInAnotherTimePartitionIsNoticed() =>
        AssertNoticed((ref KernelState state) => state.SchedulingContexts[2].TimePartition = 2);

    [Fact]
    public void AWindowThatBecameLongerIsNoticed() =>
        AssertNoticed(
            (ref KernelState state) => state.Schedules[1].Windows[0].DurationTicks++);

    [Fact]
    public void AScheduleThatNobodySwitchedToIsNoticed() =>
        AssertNoticed((ref KernelState state) => state.NextSchedule = 2);

    [Fact]
    public void TimeThatNobodyConsumedIsNoticed() =>
        AssertNoticed((ref KernelState state) => state.SchedulingContexts[2].ConsumedTicks++);

    [Fact]
    public void AWrongResultIsNoticed()
    {
        using World world = new();
        KernelOracle oracle = new(world, OracleDepth.Results);
        SimulationEvent call = SimulationEvent.Call(Hypercall.CreateSemaphore, 60, 1);
        oracle.Before(in call);
        world.Apply(in call);
        world.Current.In(ref world.State).Frame[0] = 1;
        Assert.Throws<DisagreementException>(() => oracle.After(in call, true));
    }

    [Fact]
    public void AnotherContextThatRunsIsNoticed()
    {
        using World world = new();
        KernelOracle oracle = new(world, OracleDepth.Results);
        foreach (SimulationEvent value in StartingSystem.Events()) oracle.Apply(in value);
        SimulationEvent wait = SimulationEvent.Call(Hypercall.SemaphoreDown, 50, ulong.MaxValue);
        oracle.Before(in wait);
        world.Apply(in wait);
        SimulationEvent yield = SimulationEvent.Call(Hypercall.SemaphoreDown, 50, ulong.MaxValue);
        world.Apply(in yield);
        Assert.Throws<DisagreementException>(() => oracle.After(in wait, true));
    }

    private delegate void Damage(ref KernelState state);

    private static void AssertNoticed(Damage damage)
    {
        using World world = new();
        KernelOracle oracle = new(world, OracleDepth.Everything);
        foreach (SimulationEvent value in StartingSystem.Events()) oracle.Apply(in value);
        damage(ref world.State);
        Assert.Throws<DisagreementException>(
            () => oracle.Apply(SimulationEvent.Call(Hypercall.Yield)));
    }

    private static void RunSeeds(int first, int count, OracleDepth depth)
    {
        int more = int.Parse(Environment.GetEnvironmentVariable("BULKHEAD_ORACLE_SEEDS") ?? "0");
        for (int seed = first; seed < first + Math.Max(count, more); seed++) Run(seed, depth);
    }

    private static void Run(int seed, OracleDepth depth)
    {
        using World world = new();
        KernelOracle oracle = new(world, depth);
        List<string> events = [];
        try
        {
            foreach (SimulationEvent value in StartingSystem.Events())
            {
                events.Add(value.ToString());
                Assert.True(oracle.Apply(in value));
            }
            EventStream stream = new(world, seed);
            for (int count = 0; count < EventsMax; count++)
            {
                SimulationEvent value = stream.Next();
                events.Add($"{oracle.State.Running}: {value}");
                oracle.Apply(in value);
            }
        }
        catch (Exception exception) when (exception is DisagreementException
            or SimulationException)
        {
            Assert.Fail(
                $"seed {seed}: {exception.Message}\n{string.Join('\n', events.TakeLast(12))}");
        }
    }
}
