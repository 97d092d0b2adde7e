// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Programs;

namespace Bulkhead.Simulation.Workloads;

/// <summary>What a workload consists of.</summary>
internal sealed class WorkloadPlan
{
    private const int WindowTicksMin = (int)((SimulatedClock.FrequencyHz + 65535) / 65536);
    private const int QueuesMax = KernelState.WindowQueuesMax;

    private readonly List<int> _priorities = [];
    private int[][] _partitions = [];
    private int _cpuCount;
    private int _scheduleCount;

    /// <summary>The CPU of each thread.</summary>
    internal List<int> ThreadCpus { get; } = [];

    /// <summary>Semaphores.</summary>
    internal int CounterCount { get; private set; }

    /// <summary>Of a hundred events so many are time that passes.</summary>
    internal int ElapseShare { get; private init; }

    /// <summary>Whether timers are heard late now and then.</summary>
    internal bool HasLateTimers { get; private init; }

    /// <summary>Draws a plan.</summary>
    internal static WorkloadPlan Draw(ref SeededRandom random, int cpuCount)
    {
        WorkloadPlan plan = new()
        {
            ElapseShare = random.Range(25, 80), HasLateTimers = random.OneIn(3),
            _cpuCount = cpuCount,
        };
        int perCpu = Math.Min(WorkloadLayout.ThreadsMax / cpuCount, 8);
        for (int cpu = 0; cpu < cpuCount; cpu++)
        {
            for (int count = random.Range(1, perCpu + 1); count > 0; count--)
            {
                plan.ThreadCpus.Add(cpu);
            }
        }
        // Few priorities, so that many are equal; now and then the partition manager's, or more.
        for (int count = random.Range(1, 4); count > 0; count--)
        {
            plan._priorities.Add(random.OneIn(6) ? random.Range(239, 256) : random.Below(239));
        }
        plan._scheduleCount = random.OneIn(4) ? 0 : random.Range(1, Limits.SchedulesMax + 1);
        plan._partitions = [.. Enumerable.Range(0, cpuCount).Select(_ => new int[
            plan._scheduleCount == 0 ? 0 : Math.Min(3, QueuesMax / cpuCount)])];
        foreach (int[] names in plan._partitions)
        {
            int first = random.Range(1, Limits.TimePartitionsMax - names.Length);
            for (int index = 0; index < names.Length; index++) names[index] = first + index;
        }
        return plan;
    }

    /// <summary>Writes what the partition manager does to set it up.</summary>
    internal void Write(ref SeededRandom random, Script script)
    {
        for (int cpu = 0; cpu < _cpuCount; cpu++)
        {
            for (int count = random.Range(1, 4); count > 0; count--)
            {
                Add(script, WorkloadLayout.Counter(CounterCount++, cpu, random.Below(2)));
            }
        }
        for (int schedule = 0; schedule < _scheduleCount; schedule++)
        {
            WriteSchedule(ref random, script, schedule);
        }
        for (int number = 0; number < ThreadCpus.Count; number++)
        {
            Add(script, WorkloadLayout.Thread(number, ThreadCpus[number]));
            if (!random.OneIn(8)) Add(script, AnyShare(ref random, number));
        }
        if (_scheduleCount != 0 && !random.OneIn(4))
        {
            Add(script, SimulationEvent.Call(Hypercall.SwitchSchedule, Selectors.System));
        }
    }

    /// <summary>Time for a thread.</summary>
    internal SimulationEvent AnyShare(ref SeededRandom random, int number)
    {
        int priority = _priorities[random.Below(_priorities.Count)];
        int[] names = _partitions[ThreadCpus[number]];
        int partition = names.Length == 0 || random.OneIn(3)
            ? 0 : names[random.Below(names.Length)];
        ulong budget = (ulong)(random.OneIn(2) ? random.Range(20, 200) : random.Range(20, 2000));
        return random.Below(10) switch
        {
            < 2 => WorkloadLayout.Share(number, priority, 0, 0, partition),
            < 6 => WorkloadLayout.Share(number, priority, budget, 0, partition),
            6 => WorkloadLayout.Share(number, priority, budget, budget, partition),
            _ => WorkloadLayout.Share(
                number, priority, budget, budget + (ulong)random.Range(1, 3000), partition),
        };
    }

    /// <summary>One more window of some schedule, for a CPU that there is.</summary>
    internal SimulationEvent AnyWindow(ref SeededRandom random) =>
        Window(ref random, random.Below(Limits.SchedulesMax), random.Below(_cpuCount),
            (ulong)random.Range(WindowTicksMin, 4000));

    // The frames of all CPUs are equally long.
    private void WriteSchedule(ref SeededRandom random, Script script, int schedule)
    {
        int most = Math.Min(5, Limits.FrameWindowsMax / _cpuCount);
        ulong length = (ulong)((most * WindowTicksMin) + random.Below(random.OneIn(3) ? 20_000
            : 2000));
        for (int cpu = 0; cpu < _cpuCount; cpu++)
        {
            ulong left = length;
            for (int count = random.Range(1, most + 1); count > 0; count--)
            {
                ulong spare = left - ((ulong)count * WindowTicksMin);
                ulong ticks = count == 1 ? left
                    : WindowTicksMin + (ulong)random.Below((int)spare + 1);
                Add(script, Window(ref random, schedule, cpu, ticks));
                left -= ticks;
            }
        }
    }

    private SimulationEvent Window(ref SeededRandom random, int schedule, int cpu, ulong ticks)
    {
        int[] names = _partitions[cpu];
        int partition = names.Length == 0 || random.OneIn(5)
            ? 0 : names[random.Below(names.Length)];
        return WorkloadLayout.Window(
            schedule, cpu, partition, ticks, partition != 0 && random.OneIn(3));
    }

    private static void Add(Script script, SimulationEvent value) => script.Add(
        (Hypercall)value.Detail, [.. Enumerable.Range(0, EventWords.Count)
            .Select(index => value.Words[index])]);
}
