// SPDX-License-Identifier: MIT
using Bulkhead.Threads;

namespace Bulkhead.Native.Tests.Threads;

/// <summary>
/// Carriers, bodies and a server thread over a kernel that lets anybody run next who could: what a
/// body does between two accesses of shared memory is one step. A body runs only on the time of
/// somebody whose calls, or help, lead to it.
/// </summary>
internal sealed class LockModel : IDisposable
{
    internal const ulong Timeout = 1;
    internal const ulong CallCycle = 5 | (23 << 8);
    private const int StepsMax = 20_000;

    private readonly Random _random;
    private readonly uint[] _tokens = new uint[ThreadRow.Count];
    private readonly ModelBody?[] _bodies = new ModelBody?[ThreadRow.Count];
    private readonly List<ModelCarrier> _carriers = [];
    private readonly List<ModelContext> _waiters = [];
    private readonly SemaphoreSlim _turn = new(0);
    private readonly uint[] _cpus = new uint[ThreadRow.Count];
    private string? _failure;

    internal LockModel(int seed, ulong slice, int lockCount)
    {
        _random = new Random(seed);
        Slice = slice;
        Words = new ulong[lockCount];
    }

    internal ThreadRow[] Rows { get; } = new ThreadRow[ThreadRow.Count];

    internal ulong[] Words { get; }

    internal ulong Now { get; private set; } = 1;

    /// <summary>How long somebody lends his time at most.</summary>
    internal ulong Slice { get; }

    internal bool IsStopped { get; private set; }

    /// <summary>Where the sources under test let others run.</summary>
    internal static void Step()
    {
        if (!ModelBody.IsInside) return;
        ModelBody body = ModelBody.Current;
        // Mostly nobody does: few preemptions at many places find more than many at few, and a
        // change of the host's threads is slow.
        if (body.Model._random.Next(4) != 0) body.Model.Now++;
        else body.AwaitTurn();
    }

    internal void Add(uint index, uint cpu, Action program)
    {
        ModelBody body = new(this, index, program);
        _bodies[index] = body;
        _cpus[index] = cpu;
        _carriers.Add(new ModelCarrier(this, body));
    }

    internal uint CpuOf(uint index) => _cpus[index];

    internal ModelBody BodyAt(uint index) => _bodies[index]!;

    internal void Fail(string failure) => _failure ??= failure;

    /// <summary>Runs until all carriers have ended.</summary>
    /// <returns>What went wrong; null when nothing did.</returns>
    internal string? Run()
    {
        for (int step = 0; step < StepsMax && _failure is null; step++)
        {
            Now++;
            FireTimers();
            if (_carriers.TrueForAll(carrier => carrier.State == ContextState.Ended)) return null;
            List<ModelContext> ends = [.. _carriers.Select(EndOfChain)
                .Where(end => end.State == ContextState.Ready)];
            if (ends.Count > 0) ends[_random.Next(ends.Count)].Run();
            else if (!SkipTime()) return "nobody can go on";
        }
        return _failure ?? "it does not end";
    }

    internal void AwaitTurn() => _turn.Wait();

    internal void TakeTurnBack() => _turn.Release();

    internal void Up(uint index)
    {
        ModelContext? waiter = _waiters.Find(other => other.Semaphore == index);
        if (waiter is null) _tokens[index]++;
        else EndWait(waiter, 0);
    }

    internal bool Take(uint index)
    {
        if (_tokens[index] == 0) return false;
        _tokens[index]--;
        return true;
    }

    internal void Wait(ModelContext context, uint index, ulong deadline)
    {
        context.State = ContextState.Waiting;
        context.Semaphore = index;
        context.Deadline = deadline;
        _waiters.Add(context);
    }

    internal ulong Down(ModelBody self, uint index, ulong deadline)
    {
        if (Take(index)) return 0;
        if (deadline <= Now) return Timeout;
        Wait(self, index, deadline);
        self.AwaitTurn();
        return self.Result;
    }

    internal ulong Park(ModelBody self, BodyState state, ulong deadline)
    {
        Rows[self.Index].State = state;
        self.Reply((ulong)state, deadline);
        self.AwaitTurn();
        return self.Result;
    }

    internal ulong Arrive(ModelBody self, ModelBody target, nint address, ulong deadline)
    {
        while (true)
        {
            if (deadline <= Now) return Timeout;
            if (LeadsTo(target, self)) return CallCycle;
            bool isIdle = target.State == ContextState.Idle;
            self.Partner = target;
            self.Deadline = deadline;
            self.State = isIdle ? ContextState.Calling : ContextState.Helping;
            if (isIdle) target.Enter(self, Verb.Arrive, (ulong)address);
            self.AwaitTurn();
            // A helper whose partner is idle repeats its call.
            if (isIdle || self.Result != RepeatCall) return self.Result;
        }
    }

    internal void Call(ModelCarrier carrier, ModelBody body, Verb verb, ulong argument)
    {
        if (body.State != ContextState.Idle)
        {
            // It is helped; the carrier's next step is the same one.
            carrier.State = ContextState.Helping;
            carrier.Partner = body;
            _pending[carrier] = (verb, argument);
            return;
        }
        carrier.State = ContextState.Calling;
        carrier.Partner = body;
        body.Enter(carrier, verb, argument);
    }

    private const ulong RepeatCall = ulong.MaxValue;

    private readonly Dictionary<ModelCarrier, (Verb Verb, ulong Argument)> _pending = [];

    private ModelContext EndOfChain(ModelContext context)
    {
        while (true)
        {
            if (context.State == ContextState.Helping
                && context.Partner!.State == ContextState.Idle)
            {
                EndHelp(context);
            }
            if (context.State is not (ContextState.Calling or ContextState.Helping)) return context;
            context = context.Partner!;
        }
    }

    private void EndHelp(ModelContext context)
    {
        ModelBody partner = context.Partner!;
        context.Resume(RepeatCall);
        if (context is not ModelCarrier carrier) return;
        (Verb verb, ulong argument) = _pending[carrier];
        Call(carrier, partner, verb, argument);
    }

    private static bool LeadsTo(ModelContext from, ModelContext to)
    {
        while (from != to)
        {
            if (from.State is not (ContextState.Calling or ContextState.Helping)) return false;
            from = from.Partner!;
        }
        return true;
    }

    private void EndWait(ModelContext context, ulong result)
    {
        _waiters.Remove(context);
        context.Resume(result);
    }

    private IEnumerable<ModelContext> Contexts => _carriers.Concat<ModelContext>(
        _bodies.OfType<ModelBody>());

    private void FireTimers()
    {
        foreach (ModelContext context in Contexts.Where(context => context.Deadline <= Now))
        {
            if (context.State == ContextState.Waiting) EndWait(context, Timeout);
            else
            {
                if (context.State == ContextState.Calling) context.Partner!.Caller = null;
                context.Resume(Timeout);
            }
        }
    }

    private bool SkipTime()
    {
        ulong next = Contexts.Min(context => context.Deadline);
        if (next == ulong.MaxValue) return false;
        Now = Math.Max(Now, next);
        return true;
    }

    public void Dispose()
    {
        IsStopped = true;
        foreach (ModelBody body in _bodies.OfType<ModelBody>()) body.Stop();
    }
}
