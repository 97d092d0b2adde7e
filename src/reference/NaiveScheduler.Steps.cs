// SPDX-License-Identifier: MIT
namespace Bulkhead.Reference;

/// <content>What somebody does at one moment.</content>
public sealed partial class NaiveScheduler
{
    /// <summary>Adds a thread without time.</summary>
    /// <param name="cpu">Its CPU.</param>
    /// <returns>The thread.</returns>
    public Worker AddWorker(int cpu)
    {
        Worker worker = new(cpu);
        _workers.Add(worker);
        return worker;
    }

    /// <summary>Gives a thread time.</summary>
    /// <param name="worker">A thread that has none.</param>
    /// <param name="terms">How much.</param>
    /// <returns>The share.</returns>
    public Share AddShare(Worker worker, in ShareTerms terms)
    {
        BeginMoment();
        Share share = new(worker, in terms, Now);
        _shares.Add(share);
        worker.Share = share;
        share.WaitsUnnoticed = worker.WaitsFor is not null;
        GoToEnd(share);
        Settle();
        return share;
    }

    /// <summary>Takes time away.</summary>
    /// <param name="share">The share.</param>
    public void RemoveShare(Share share)
    {
        _shares.Remove(share);
        share.Worker.Share = null;
        Settle();
    }

    /// <summary>Adds a window behind the last one of its CPU.</summary>
    /// <param name="schedule">To which schedule.</param>
    /// <param name="window">The window.</param>
    public void AddWindow(int schedule, Window window) => Frames.Add(schedule, window);

    /// <summary>Wants another schedule at the end of the frame; at once when there is none. The
    /// last wish counts.</summary>
    /// <param name="schedule">The schedule, whole.</param>
    /// <param name="raised">What is raised when it comes into use; null: nothing.</param>
    public void Switch(int schedule, Counter? raised)
    {
        BeginMoment();
        if (Frames.Current is not null)
        {
            Frames.Coming = new Change(Frames.FrameEnd(Now), schedule, raised);
            return;
        }
        Frames.Current = new Change(Now, schedule, null);
        if (raised is not null) Increase(raised);
        Settle();
    }

    /// <summary>Raises a semaphore: who waits longest has it, or it counts.</summary>
    /// <param name="counter">The semaphore.</param>
    public void Raise(Counter counter)
    {
        BeginMoment();
        Increase(counter);
        Settle();
    }

    /// <summary>Takes one of a semaphore's count, or all of it, or waits for one.</summary>
    /// <param name="worker">Who.</param>
    /// <param name="counter">The semaphore.</param>
    /// <param name="deadline">When it gives up; one that is not to come: at once.</param>
    /// <param name="takesAll">Whether it takes all.</param>
    public void Take(Worker worker, Counter counter, ulong deadline, bool takesAll)
    {
        BeginMoment();
        worker.Taken = counter.Count == 0 ? 0 : takesAll ? counter.Count : 1;
        counter.Count -= worker.Taken;
        if (worker.Taken != 0 || deadline <= Now) return;
        worker.WaitsFor = counter;
        worker.Deadline = deadline;
        counter.Queue.Add(worker);
        Settle();
    }

    /// <summary>Lets the next in line have its turn; what is left of the own one stays for
    /// later.</summary>
    /// <param name="cpu">Whose running thread wants that.</param>
    public void Yield(int cpu)
    {
        BeginMoment();
        if (Payer(cpu) is { } payer) GoToEnd(payer);
        Settle();
    }

    /// <summary>A freedom of the kernel: whose turn ended while it was alone in its line begins
    /// another one when the kernel next comes by, whenever that is.</summary>
    /// <param name="share">The share.</param>
    /// <param name="left">What is left of the new turn.</param>
    /// <returns>False when its turn was not over, or the new one would have begun
    /// before.</returns>
    public bool BeginTurn(Share share, ulong left)
    {
        if (!share.IsTurnOver || left > share.Terms.Budget) return false;
        ulong used = share.Terms.Budget - left;
        if (share.Consumed - share.ConsumedAtEnd < used) return false;
        share.Left = left;
        return true;
    }

    /// <summary>Another freedom: the order of those who came into a line at the same
    /// moment.</summary>
    /// <param name="line">Those in the line, in the order wanted.</param>
    /// <returns>False when that is not the line, or one who came later would be
    /// first.</returns>
    public bool Arrange(IReadOnlyList<Share> line)
    {
        for (int index = 1; index < line.Count; index++)
        {
            if (line[index].Place.Moment < line[index - 1].Place.Moment) return false;
        }
        for (int index = 0; index < line.Count; index++)
        {
            line[index].Place = new Place(line[index].Place.Moment, index);
        }
        return true;
    }

    /// <summary>A third: who waits in line unnoticed comes first when a window begins, and steps
    /// aside, before what else is due at that tick wakes a more urgent one; or when the first one
    /// yields in a window whose end was not heard of yet.</summary>
    /// <param name="share">The share.</param>
    /// <returns>False when it comes first in no such way, or was noticed before.</returns>
    public bool StepAside(Share share)
    {
        int cpu = share.Worker.Cpu;
        if (_heardAt != Now || !share.WaitsUnnoticed) return false;
        bool begins = Frames.StartOf(cpu, Now) > _heardBefore
            && Frames.Open(cpu, Now).Admits(share.Terms.Partition);
        bool isLate = _yieldedIn is { } window && window.Cpu == cpu
            && window.Admits(share.Terms.Partition);
        if (!begins && !isLate) return false;
        share.WaitsUnnoticed = false;
        return true;
    }

    private void Increase(Counter counter)
    {
        Worker? first = counter.Queue.Find(
            worker => worker.Deadline > Now || !GaveUpFirst(worker));
        if (first is null) counter.Count++;
        else EndWait(first, 1);
    }

    private void EndWait(Worker worker, ulong taken)
    {
        worker.WaitsFor!.Queue.Remove(worker);
        worker.WaitsFor = null;
        worker.Deadline = Worker.Never;
        worker.Taken = taken;
        if (worker.Share is not { } share) return;
        if (!share.WaitsUnnoticed) GoToEnd(share);
        share.WaitsUnnoticed = false;
    }
}
