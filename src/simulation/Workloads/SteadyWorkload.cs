// SPDX-License-Identifier: MIT
using System.Globalization;
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Invariants;
using Bulkhead.Simulation.Programs;

namespace Bulkhead.Simulation.Workloads;

/// <summary>
/// Threads that never wait, for a long time: what each of them must have had then follows from the
/// windows, periods and budgets by arithmetic alone, and is compared with what the kernel says that
/// it consumed.
/// </summary>
public sealed class SteadyWorkload
{
    private const ulong RoundsWanted = 2500;
    private const int WindowTicksMin = 954;

    private readonly List<Expectation> _expected = [];
    private readonly List<SimulationEvent> _setup = [];
    private readonly int _cpuCount;
    private ulong _longestRound;
    private ulong _frame;
    private SeededRandom _random;

    private SteadyWorkload(ulong seed)
    {
        _random = new SeededRandom(seed ^ 0x5eed_0000_0000);
        _cpuCount = _random.Range(1, Limits.CpusMax + 1);
        _setup.Add(WorkloadLayout.Counter(0, 0, 0));
        if (_random.OneIn(2)) PlanWindows();
        else PlanPeriods();
    }

    /// <summary>Runs the workload of a seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <returns>The greatest difference of a thread's time from what it must have had, as a part of
    /// that.</returns>
    /// <exception cref="InvariantException">The kernel charged more or less than what
    /// passed.</exception>
    public static double Measure(ulong seed) => new SteadyWorkload(seed).Run();

    private double Run()
    {
        BootImage image = new();
        image.Header.CpuCount = (uint)_cpuCount;
        using World world = new(image, new MachineOptions { CpuCount = _cpuCount });
        foreach (SimulationEvent value in _setup) world.Apply(in value);
        PutManagerToSleep(world);
        ulong[] before = [.. _expected.Select(one => Consumed(world, one))];
        ulong elapsed = RoundsWanted * _longestRound;
        if (_frame != 0) elapsed = ((elapsed / _frame) + 1) * _frame;
        world.Apply(new SimulationEvent(EventKind.Elapse, 0, elapsed));
        double worst = 0;
        double[] parts = new double[_cpuCount];
        ulong[] sums = new ulong[_cpuCount];
        foreach (Expectation one in _expected)
        {
            ulong consumed = Consumed(world, one) - before[one.Number];
            sums[one.Cpu] += consumed;
            parts[one.Cpu] += one.Part;
            double wanted = one.Part * elapsed;
            worst = Math.Max(worst, Math.Abs(consumed - wanted) / wanted);
        }
        for (int cpu = 0; cpu < _cpuCount; cpu++)
        {
            // Whole frames: not a tick more or less.
            ulong busy = (ulong)Math.Round(parts[cpu] * elapsed);
            if (sums[cpu] == busy) continue;
            throw new InvariantException(string.Create(
                CultureInfo.InvariantCulture,
                $"on CPU {cpu} {sums[cpu]} ticks were charged while {busy} passed"));
        }
        return worst;
    }

    // It runs in a window of the background at the latest, or never.
    private void PutManagerToSleep(World world)
    {
        SimulationEvent down = SimulationEvent.Call(
            Hypercall.SemaphoreDown, WorkloadLayout.Counters, ulong.MaxValue);
        for (ulong passed = 0; passed <= _frame; passed += WindowTicksMin)
        {
            if (world.Processors[0].Current == world.Root) world.Apply(in down);
            else world.Apply(new SimulationEvent(EventKind.Elapse, 0, WindowTicksMin));
        }
    }

    private static ulong Consumed(World world, Expectation one)
    {
        ref KernelState state = ref world.State;
        ulong selector = WorkloadLayout.Shares + (ulong)one.Number;
        Link<SchedulingContext> link = world.Root.In(ref state).Slots.At((uint)selector)
            .In(ref state).Object.Reinterpret<SchedulingContext>();
        ref Kernel.Scheduling.Cpu cpu = ref state.Cpus[one.Cpu];
        return link.In(ref state).ConsumedTicks
            + (cpu.Current == link ? world.Machine.Clock.Ticks - cpu.ChargedUntil : 0);
    }

    // Urgent threads with periods, the shorter the more urgent, which leave a third of the time;
    // the rest takes turns.
    private void PlanPeriods()
    {
        for (int cpu = 0; cpu < _cpuCount; cpu++)
        {
            ulong[] periods = [.. Enumerable.Range(0, _random.Below(3))
                .Select(_ => (ulong)_random.Range(2000, 20_000)).Order()];
            double rest = 1;
            for (int index = 0; index < periods.Length; index++)
            {
                ulong budget = periods[index] * (ulong)_random.Range(5, 30) / 100;
                double part = (double)budget / periods[index];
                Add(cpu, 200 - index, budget, periods[index], 0, part);
                rest -= part;
                _longestRound = Math.Max(_longestRound, periods[index]);
            }
            AddRing(cpu, 0, rest, _random.Range(1, 4));
        }
    }

    // Exclusive windows of time partitions with threads that take turns; windows that nobody uses,
    // which are the background's if they are not exclusive.
    private void PlanWindows()
    {
        int windows = Math.Min(4, Limits.FrameWindowsMax / _cpuCount);
        _frame = (ulong)((windows * WindowTicksMin) + _random.Below(10_000));
        for (int cpu = 0; cpu < _cpuCount; cpu++)
        {
            ulong[] times = new ulong[3];
            ulong left = _frame;
            for (int count = windows; count > 0; count--)
            {
                ulong spare = left - (ulong)(count * WindowTicksMin);
                ulong ticks = count == 1 ? left
                    : WindowTicksMin + (ulong)_random.Below((int)spare + 1);
                left -= ticks;
                int partition = _random.Below(3);
                bool isExclusive = partition == 1 || (partition == 2 && _random.OneIn(2));
                _setup.Add(WorkloadLayout.Window(0, cpu, partition, ticks, isExclusive));
                if (partition == 1) times[1] += ticks;
                else if (!isExclusive) times[0] += ticks;
            }
            for (int partition = 0; partition <= 1; partition++)
            {
                if (times[partition] == 0) continue;
                AddRing(cpu, partition, (double)times[partition] / _frame, _random.Range(1, 4));
            }
        }
        _longestRound = Math.Max(_longestRound, _frame);
        _setup.Add(SimulationEvent.Call(Hypercall.SwitchSchedule, Selectors.System));
    }

    private void AddRing(int cpu, int partition, double part, int count)
    {
        ulong[] budgets =
            [.. Enumerable.Range(0, count).Select(_ => (ulong)_random.Range(100, 2000))];
        ulong sum = budgets.Aggregate(0ul, (total, budget) => total + budget);
        foreach (ulong budget in budgets)
        {
            Add(cpu, 100, budget, 0, partition, part * budget / sum);
        }
        _longestRound = Math.Max(_longestRound, (ulong)(sum / part));
    }

    private void Add(
        int cpu, int priority, ulong budget, ulong period, int partition, double part)
    {
        int number = _expected.Count;
        _setup.Add(WorkloadLayout.Thread(number, cpu));
        _setup.Add(WorkloadLayout.Share(number, priority, budget, period, partition));
        _expected.Add(new Expectation(number, cpu, part));
    }

    private readonly record struct Expectation(int Number, int Cpu, double Part);
}
