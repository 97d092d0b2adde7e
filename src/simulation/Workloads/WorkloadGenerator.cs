// SPDX-License-Identifier: MIT
using Bulkhead.Reference;
using Bulkhead.Simulation.Programs;

namespace Bulkhead.Simulation.Workloads;

/// <summary>
/// Draws workloads for the scheduler: threads and semaphores on one to eight CPUs, schedules, time
/// for the threads; then what whoever runs does, and how much time passes.
/// </summary>
internal sealed class WorkloadGenerator
{
    private readonly Script _script = new();
    private SeededRandom _random;
    private WorkloadPlan _plan = new();

    /// <summary>Draws the machine of a seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <returns>The system.</returns>
    internal SystemShape Begin(ulong seed)
    {
        _random = new SeededRandom(seed);
        SystemShape shape = SystemShape.DrawQuiet(ref _random);
        _plan = WorkloadPlan.Draw(ref _random, shape.CpuCount);
        _script.Clear();
        _plan.Write(ref _random, _script);
        return shape;
    }

    /// <summary>Draws the next event.</summary>
    /// <param name="follower">What it happens to.</param>
    /// <param name="value">The event.</param>
    /// <returns>False when nothing will ever happen again.</returns>
    internal bool Next(SchedulerFollower follower, out SimulationEvent value)
    {
        NaiveScheduler naive = follower.Naive;
        bool isManager = naive.Payer(0)?.Worker == naive.Workers[0];
        if (isManager && !_script.IsEmpty)
        {
            _script.Take(out value);
            return true;
        }
        int cpu = _random.Below(naive.CpuCount);
        Share? payer = naive.Payer(cpu);
        if (payer is null || _random.Below(100) < _plan.ElapseShare)
        {
            value = Elapse(follower);
            return value.Kind != EventKind.None;
        }
        value = Act(follower, payer, isManager && cpu == 0);
        value.Cpu = (byte)cpu;
        return true;
    }

    // To the tick at which something is due, one before or one behind; or for any time.
    private SimulationEvent Elapse(SchedulerFollower follower)
    {
        ulong next = follower.NextTicks();
        bool isBusy = Enumerable.Range(0, follower.Naive.CpuCount)
            .Any(cpu => follower.Naive.Payer(cpu) is not null);
        if (next == ulong.MaxValue && !isBusy) return default;
        ulong until = next == ulong.MaxValue ? 1000 : next - follower.Naive.Now;
        if (_plan.HasLateTimers && _random.OneIn(8)) return Oversleep(follower, until);
        return new SimulationEvent(EventKind.Elapse, 0, _random.Below(12) switch
        {
            <= 3 => until,
            4 => Math.Max(until - 1, 1),
            5 => until + 1,
            6 or 7 => (ulong)_random.Range(1, 40),
            8 or 9 => (ulong)_random.Range(1, 1000),
            10 => (ulong)_random.Range(1, 5000),
            _ => (ulong)_random.Range(1, _random.OneIn(8) ? 60_000 : 10_000),
        });
    }

    private SimulationEvent Oversleep(SchedulerFollower follower, ulong until)
    {
        ulong late = (ulong)_random.Range(0, _random.OneIn(4) ? 8000 : 300);
        int cpu = _random.OneIn(2) ? _random.Below(follower.Naive.CpuCount) + 1 : 0;
        return new SimulationEvent(EventKind.SkipTime, 0, until + late, (ulong)cpu);
    }

    private SimulationEvent Act(SchedulerFollower follower, Share payer, bool isManager)
    {
        // The manager is more urgent than nearly everybody: it mostly sleeps.
        int choice = isManager && !_random.OneIn(3) ? 40 : _random.Below(100);
        return choice switch
        {
            < 30 => Raise(follower),
            < 66 => Take(follower, payer, isManager),
            < 80 => SimulationEvent.Call(Hypercall.Yield),
            < 90 => ChangeShare(follower),
            < 94 => Switch(follower),
            < 96 => _plan.AnyWindow(ref _random),
            _ => SimulationEvent.Call(
                Hypercall.ConsumedTime,
                WorkloadLayout.Shares + (ulong)_random.Below(WorkloadLayout.ThreadsMax)),
        };
    }

    // Mostly one that somebody waits for.
    private SimulationEvent Raise(SchedulerFollower follower)
    {
        ulong[] awaited = [.. follower.Counters.Where(one => one.Value.Waiting.Count != 0)
            .Select(one => one.Key).Order()];
        ulong selector = awaited.Length != 0 && !_random.OneIn(4)
            ? awaited[_random.Below(awaited.Length)]
            : WorkloadLayout.Counters + (ulong)_random.Below(_plan.CounterCount);
        return SimulationEvent.Call(Hypercall.SemaphoreUp, selector);
    }

    private SimulationEvent Take(SchedulerFollower follower, Share payer, bool isManager)
    {
        int cpu = payer.Worker.Cpu;
        ulong[] own = [.. follower.Counters.Where(one => one.Value.Cpu == cpu)
            .Select(one => one.Key).Order()];
        ulong selector = own.Length == 0 ? 0 : own[_random.Below(own.Length)];
        ulong takesAll = _random.OneIn(6) ? 1u : 0;
        int choice = _random.Below(isManager ? 8 : 12);
        if (choice >= 8)
        {
            return SimulationEvent.Call(
                Hypercall.SemaphoreDown, selector, choice == 8 ? 0 : ulong.MaxValue, takesAll);
        }
        ulong next = follower.NextTicks();
        bool isTimed = choice <= 2 && next != ulong.MaxValue;
        ulong until = isTimed ? next - follower.Naive.Now
            : (ulong)_random.Range(1, choice < 6 ? 600 : 4000);
        return new SimulationEvent(
            EventKind.TimedHypercall, (uint)Hypercall.SemaphoreDown, selector, until, takesAll);
    }

    private SimulationEvent ChangeShare(SchedulerFollower follower)
    {
        int number = _random.Below(_plan.ThreadCpus.Count);
        bool isThere = follower.Shares.ContainsKey(WorkloadLayout.Shares + (ulong)number);
        if (isThere && !_random.OneIn(3)) return SimulationEvent.Call(Hypercall.Yield);
        return isThere ? WorkloadLayout.Withdraw(number) : _plan.AnyShare(ref _random, number);
    }

    private SimulationEvent Switch(SchedulerFollower follower)
    {
        ulong[] counters = [.. follower.Counters.Keys.Order()];
        ulong raised = counters.Length == 0 || _random.OneIn(2)
            ? 0 : counters[_random.Below(counters.Length)];
        return SimulationEvent.Call(
            Hypercall.SwitchSchedule, Selectors.System,
            (ulong)_random.Below(Limits.SchedulesMax), raised);
    }
}
