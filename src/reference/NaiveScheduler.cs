// SPDX-License-Identifier: MIT
namespace Bulkhead.Reference;

/// <summary>
/// Who runs on each CPU, as the plainest program that says it: whoever asks, everybody is looked
/// at; time goes on to whatever happens next, and everybody is looked at again. The rules are those
/// of docs/scheduler-reference.md; nothing here knows how the kernel does it.
/// </summary>
/// <param name="cpuCount">CPUs.</param>
/// <param name="scheduleCount">Schedules.</param>
/// <param name="now">The time at first.</param>
public sealed partial class NaiveScheduler(int cpuCount, int scheduleCount, ulong now)
{
    private readonly List<Worker> _workers = [];
    private readonly List<Share> _shares = [];
    private readonly ulong[] _idle = new ulong[cpuCount];
    private readonly Share?[] _payers = new Share?[cpuCount];
    private ulong _heardBefore;
    private ulong _heardAt;
    private Window? _yieldedIn;
    private long _moment;
    private int _order;

    /// <summary>CPUs.</summary>
    public int CpuCount => cpuCount;

    /// <summary>The time.</summary>
    public ulong Now { get; private set; } = now;

    /// <summary>Windows.</summary>
    public Frames Frames { get; } = new(scheduleCount);

    /// <summary>Says of a thread whose deadline is the very tick at which the kernel raises what it
    /// waits for, whether the deadline came first: nobody's promise.</summary>
    public Func<Worker, bool> GaveUpFirst { get; set; } = _ => false;

    /// <summary>Everybody.</summary>
    public IReadOnlyList<Worker> Workers => _workers;

    /// <summary>Every share that there is.</summary>
    public IReadOnlyList<Share> Shares => _shares;

    /// <summary>Ticks in which nobody ran.</summary>
    /// <param name="cpu">The CPU.</param>
    /// <returns>Their number.</returns>
    public ulong IdleOf(int cpu) => _idle[cpu];

    /// <summary>Whose time passes: of the ready ones that the open window admits the most urgent;
    /// of equally urgent ones the window's own; of those the first in line.</summary>
    /// <param name="cpu">On which CPU.</param>
    /// <returns>The share; null: nobody's, the CPU is idle.</returns>
    public Share? Payer(int cpu) => First(cpu) is { IsReady: true } first ? first : null;

    // The first of those in line; nobody, then, is in line who waits and is first.
    private Share? First(int cpu)
    {
        Window window = Frames.Open(cpu, Now);
        Share? best = null;
        foreach (Share share in _shares)
        {
            if (share.Worker.Cpu != cpu || !share.IsInLine) continue;
            if (!window.Admits(share.Terms.Partition)) continue;
            if (best is null || IsBefore(share, best, window)) best = share;
        }
        return best;
    }

    /// <summary>Those who take turns: in line, of one CPU, time partition and priority.</summary>
    /// <param name="cpu">The CPU.</param>
    /// <param name="partition">The time partition.</param>
    /// <param name="priority">The priority.</param>
    /// <returns>The first in line first.</returns>
    public IReadOnlyList<Share> Line(int cpu, int partition, int priority) =>
    [
        .. _shares.Where(share => share.IsInLine && share.Worker.Cpu == cpu
            && share.Terms.Partition == partition && share.Terms.Priority == priority)
            .OrderBy(share => share.Place),
    ];

    /// <summary>When something is due on a CPU whatever runs: a deadline, the period of a budget
    /// that is used up, the end of the window.</summary>
    /// <param name="cpu">The CPU.</param>
    /// <returns>Ticks; all ones: never.</returns>
    public ulong NextTimer(int cpu)
    {
        ulong next = Frames.EndOf(cpu, Now);
        foreach (Worker worker in _workers)
        {
            if (worker.Cpu == cpu && worker.WaitsFor is not null)
            {
                next = Math.Min(next, worker.Deadline);
            }
        }
        foreach (Share share in _shares)
        {
            if (share.Worker.Cpu == cpu && share.IsUsedUp)
            {
                next = Math.Min(next, share.NextPeriod(Now));
            }
        }
        return next;
    }

    /// <summary>When the budget of what runs makes a difference: it is used up, or the turn goes to
    /// an equal one.</summary>
    /// <param name="cpu">The CPU.</param>
    /// <returns>Ticks; all ones: never.</returns>
    public ulong NextBudgetEnd(int cpu)
    {
        Share? payer = Payer(cpu);
        if (payer is null || payer.Terms.Budget == 0) return ulong.MaxValue;
        return payer.Terms.Period != 0 || HasEqual(payer) ? Now + payer.Left : ulong.MaxValue;
    }

    /// <summary>Lets time pass, and everything happen that is due on the way or then.</summary>
    /// <param name="ticks">How long.</param>
    public void Advance(ulong ticks)
    {
        ulong end = Now + ticks;
        for (ulong next = NextEvent(); next <= end; next = NextEvent())
        {
            ulong before = Now;
            Pass(next - Now);
            BeginMoment();
            _yieldedIn = null;
            Happen(before);
        }
        Pass(end - Now);
    }

    /// <summary>Lets time pass and nobody notice: whoever runs goes on, and pays; then everything
    /// that became due happens at once.</summary>
    /// <param name="ticks">How long.</param>
    /// <param name="yielding">A CPU on which whoever runs yields before that; -1: none.</param>
    public void Oversleep(ulong ticks, int yielding)
    {
        ulong before = Now;
        _yieldedIn = yielding >= 0 ? Frames.Open(yielding, Now) : null;
        Pass(ticks);
        BeginMoment();
        if (yielding >= 0 && _payers[yielding] is { } yielder) GoToEnd(yielder);
        Happen(before);
    }

    // More than is left is nobody's debt.
    private static void Charge(Share payer, ulong ticks)
    {
        if (payer.Left != 0) payer.ConsumedAtEnd = payer.Consumed + Math.Min(ticks, payer.Left);
        payer.Consumed += ticks;
        payer.Left -= Math.Min(ticks, payer.Left);
    }

    private static bool IsBefore(Share left, Share right, Window window)
    {
        if (left.Terms.Priority != right.Terms.Priority)
        {
            return left.Terms.Priority > right.Terms.Priority;
        }
        if (left.Terms.Partition != right.Terms.Partition)
        {
            return left.Terms.Partition == window.Partition;
        }
        return left.Place.CompareTo(right.Place) < 0;
    }

    private bool HasEqual(Share share) =>
        _shares.Any(other => other.IsInLine && other.IsEqual(share));

    // The next time at which anything at all changes but the clock.
    private ulong NextEvent()
    {
        ulong next = Frames.Coming?.Ticks ?? ulong.MaxValue;
        for (int cpu = 0; cpu < cpuCount; cpu++)
        {
            next = Math.Min(next, NextTimer(cpu));
            if (Payer(cpu) is { Left: > 0 } payer) next = Math.Min(next, Now + payer.Left);
        }
        foreach (Share share in _shares) next = Math.Min(next, share.NextPeriod(Now));
        return next;
    }

    // Whoever runs pays for it.
    private void Pass(ulong ticks)
    {
        for (int cpu = 0; cpu < cpuCount; cpu++) _payers[cpu] = Payer(cpu);
        for (int cpu = 0; cpu < cpuCount; cpu++)
        {
            if (_payers[cpu] is { } payer) Charge(payer, ticks);
            else _idle[cpu] += ticks;
        }
        Now += ticks;
    }

    // Everything that became due.
    private void Happen(ulong before)
    {
        _heardBefore = before;
        _heardAt = Now;
        if (Frames.Coming is { } change && change.Ticks <= Now)
        {
            Frames.Current = Frames.Current!.Schedule == change.Schedule
                ? Frames.Current : change with { Raised = null };
            Frames.Coming = null;
            if (change.Raised is not null) Increase(change.Raised);
        }
        foreach (Share share in _shares)
        {
            FillUpIfDue(share, before);
            share.IsUsedUp = share.Terms.Period != 0 && share.Left == 0;
        }
        foreach (Worker worker in _workers)
        {
            if (worker.WaitsFor is not null && worker.Deadline <= Now) EndWait(worker, 0);
        }
        Settle();
    }

    private void FillUpIfDue(Share share, ulong before)
    {
        if (share.NextPeriod(before) > Now) return;
        // Whoever ran on into its period has used that part of it.
        ulong since = (Now - share.Created) % share.Terms.Period;
        ulong used = _payers.Contains(share) ? since : 0;
        share.Left = share.Terms.Budget - Math.Min(used, share.Terms.Budget);
        // What ends at this very tick is filled up before anybody could say that it was used up.
        if (share.IsUsedUp) GoToEnd(share);
    }

    // Whose turn is over goes to the end of the line, unless nobody else is in it. Who is first but
    // waits leaves the line.
    private void Settle()
    {
        foreach (Share share in _shares)
        {
            if (!share.IsReady || !share.IsTurnOver || !HasEqual(share)) continue;
            share.Left = share.Terms.Budget;
            GoToEnd(share);
        }
        for (int cpu = 0; cpu < cpuCount; cpu++)
        {
            while (First(cpu) is { IsReady: false } first) first.WaitsUnnoticed = false;
        }
    }

    private void BeginMoment()
    {
        _moment++;
        _order = 0;
    }

    private void GoToEnd(Share share) => share.Place = new Place(_moment, _order++);
}
