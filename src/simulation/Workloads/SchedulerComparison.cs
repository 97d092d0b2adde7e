// SPDX-License-Identifier: MIT
using System.Globalization;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;
using Bulkhead.Reference;
using Bulkhead.Simulation.Invariants;

namespace Bulkhead.Simulation.Workloads;

/// <summary>Compares the kernel's scheduler with the naive one: who runs, who pays, what is left
/// and consumed, who stands in line, who waits, which window is open, what is due next.</summary>
internal sealed class SchedulerComparison(World world, NaiveScheduler naive)
{
    private readonly Dictionary<Worker, Link<ExecutionContext>> _threads = [];
    private readonly Dictionary<Share, Link<SchedulingContext>> _contexts = [];
    private readonly Dictionary<uint, Share> _shares = [];
    private readonly Dictionary<Counter, Link<Semaphore>> _semaphores = [];
    private readonly List<Worker> _waiting = [];

    /// <summary>How often everything was compared.</summary>
    internal long Count { get; private set; }

    internal void Know(Worker worker, Link<ExecutionContext> link) => _threads[worker] = link;

    internal void Know(Counter counter, Link<Semaphore> link) => _semaphores[counter] = link;

    internal void Know(Share share, Link<SchedulingContext> link)
    {
        _contexts[share] = link;
        _shares[link.Offset] = share;
    }

    internal void Forget(Share share)
    {
        _shares.Remove(_contexts[share].Offset);
        _contexts.Remove(share);
    }

    /// <summary>What a thread finds in its registers.</summary>
    internal Answer AnswerOf(Worker worker) => new(world, _threads[worker]);

    /// <summary>A thread waits: when it goes on, its answer is looked at.</summary>
    internal void Await(Worker worker) => _waiting.Add(worker);

    internal static void CheckTaken(Worker worker, in Answer answer)
    {
        Status status = worker.Taken == 0 ? Status.Timeout : Status.Success;
        That(answer.Code.Status == status, $"a wait was answered with {answer.Code.Value}");
        That(worker.Taken == 0 || answer.Value == worker.Taken,
            $"a wait has got {answer.Value} instead of {worker.Taken}");
    }

    internal static void That(bool holds, FormattableString message)
    {
        if (!holds)
        {
            throw new InvariantException(
                "scheduler: " + message.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Compares everything.</summary>
    /// <exception cref="InvariantException">Something differs.</exception>
    internal void Compare()
    {
        Count++;
        That(world.Machine.Clock.Ticks == naive.Now, $"time is {naive.Now}");
        CompareFrames();
        foreach (var (share, link) in _contexts) CompareBudget(share, link);
        foreach (Share share in naive.Shares)
        {
            if (IsFirstOfLine(share)) CompareLine(share);
        }
        for (int cpu = 0; cpu < naive.CpuCount; cpu++) CompareCpu(cpu);
        foreach (var (counter, link) in _semaphores) CompareCounter(counter, link);
        foreach (Worker worker in _waiting)
        {
            if (worker.WaitsFor is null)
            {
                CheckTaken(worker, AnswerOf(worker));
            }
        }
        _waiting.RemoveAll(worker => worker.WaitsFor is null);
    }

    private void CompareFrames()
    {
        ref KernelState state = ref world.State;
        Frames frames = naive.Frames;
        int coming = (frames.Coming ?? frames.Current)?.Schedule ?? -1;
        That(state.NextSchedule == coming + 1, $"the next schedule is {state.NextSchedule}");
        for (int cpu = 0; cpu < naive.CpuCount; cpu++)
        {
            ref Cpu row = ref state.Cpus[cpu];
            Window open = frames.Open(cpu, naive.Now);
            int eligible = (1 << open.Partition) | (open.IsExclusive ? 0 : 1);
            That(row.Eligible == eligible,
                $"on CPU {cpu} others may run: {row.Eligible} instead of {eligible}");
            That(row.Schedule == (frames.Current?.Schedule ?? -1) + 1,
                $"the schedule of CPU {cpu} is {row.Schedule}");
            if (frames.Current is null) continue;
            That(row.WindowEndTicks == frames.EndOf(cpu, naive.Now),
                $"the window of CPU {cpu} ends at {row.WindowEndTicks}");
            That(row.ScheduleTicks == frames.Current.Ticks,
                $"the schedule of CPU {cpu} began at {row.ScheduleTicks}");
        }
    }

    private void CompareBudget(Share share, Link<SchedulingContext> link)
    {
        ref SchedulingContext row = ref link.In(ref world.State);
        ref Cpu cpu = ref world.State.Cpus[share.Worker.Cpu];
        ulong used = cpu.Current == link ? naive.Now - cpu.ChargedUntil : 0;
        That(row.ConsumedTicks + used == share.Consumed,
            $"{Name(share)} has consumed {row.ConsumedTicks + used} instead of {share.Consumed}");
        if (share.Terms.Budget == 0) return;
        ulong left = LeftOf(in row, used);
        That(left == share.Left || naive.BeginTurn(share, left),
            $"{Name(share)} has {left} left instead of {share.Left}");
    }

    // What would be left if it were charged now: the kernel fills up when it looks.
    private ulong LeftOf(in SchedulingContext row, ulong used)
    {
        ulong left = row.RemainingTicks;
        ulong since = naive.Now - row.PeriodStart;
        if (row.PeriodTicks != 0 && since >= row.PeriodTicks)
        {
            left = row.BudgetTicks;
            used = Math.Min(used, since % row.PeriodTicks);
        }
        return left - Math.Min(left, used);
    }

    private bool IsFirstOfLine(Share share)
    {
        foreach (Share other in naive.Shares)
        {
            if (other == share) return true;
            if (other.IsEqual(share)) return false;
        }
        return true;
    }

    private void CompareLine(Share member)
    {
        int cpu = member.Worker.Cpu;
        ShareTerms terms = member.Terms;
        IReadOnlyList<Share> expected = naive.Line(cpu, terms.Partition, terms.Priority);
        List<Share> actual = Ring(cpu, terms.Partition, terms.Priority);
        if (actual.SequenceEqual(expected)) return;
        That(actual.Count == expected.Count && !actual.Except(expected).Any(),
            $"in line are {Names(actual)} instead of {Names(expected)}");
        That(naive.Arrange(actual), $"the line is {Names(actual)} instead of {Names(expected)}");
    }

    private List<Share> Ring(int number, int partition, int priority)
    {
        ref KernelState state = ref world.State;
        ref Cpu cpu = ref state.Cpus[number];
        Link<SchedulingContext> head = partition == 0
            ? cpu.Queue.Head(priority)
            : cpu.WindowQueues[partition].In(ref state).Head(priority);
        List<Share> ring = [];
        for (Link<SchedulingContext> at = head; !at.IsNone;)
        {
            That(_shares.TryGetValue(at.Offset, out Share? share),
                $"somebody in the line of priority {priority} is not known");
            ring.Add(share!);
            at = at.In(ref state).Next;
            if (at == head) break;
        }
        return ring;
    }

    private void CompareCpu(int number)
    {
        ref Cpu cpu = ref world.State.Cpus[number];
        Share? payer = naive.Payer(number);
        Share? actual = cpu.Current.IsNone ? null : _shares.GetValueOrDefault(cpu.Current.Offset);
        That(actual == payer,
            $"on CPU {number} {Name(actual)} runs instead of {Name(payer)}");
        Link<ExecutionContext> thread = payer is null ? default : _threads[payer.Worker];
        That(world.Processors[number].Current == thread,
            $"on CPU {number} another thread runs than {Name(payer)} pays for");
        ulong timer = naive.NextTimer(number);
        ulong due = Math.Min(cpu.Timers.EarliestTicks, cpu.WindowEndTicks);
        That(due == timer, $"on CPU {number} is due {due} instead of {timer}");
        That(cpu.ArmedTicks <= Math.Min(timer, naive.NextBudgetEnd(number)),
            $"the timer of CPU {number} is late");
    }

    private void CompareCounter(Counter counter, Link<Semaphore> link)
    {
        ref KernelState state = ref world.State;
        ref Semaphore row = ref link.In(ref state);
        That(row.Count == counter.Count && row.Incoming == 0,
            $"a semaphore counts {row.Count} instead of {counter.Count}");
        Link<ExecutionContext> at = row.FirstWaiter;
        foreach (Worker worker in counter.Waiting)
        {
            That(at == _threads[worker], $"somebody else waits than should");
            at = at.In(ref state).NextWaiter;
        }
        That(at.IsNone, $"somebody waits who should not");
    }

    private string Name(Share? share) =>
        share is null ? "nobody"
            : string.Create(CultureInfo.InvariantCulture, $"'{_contexts[share].Offset:x}'"
                + $"(priority={share.Terms.Priority},partition={share.Terms.Partition})");

    private string Names(IEnumerable<Share> shares) => string.Join(',', shares.Select(Name));
}
