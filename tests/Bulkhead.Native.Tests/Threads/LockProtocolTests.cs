// SPDX-License-Identifier: MIT
using Bulkhead.Threads;

namespace Bulkhead.Native.Tests.Threads;

/// <summary>The protocol of locks, under schedules drawn by seed: the sources are those that the
/// target runs; others may run before each of their accesses to shared memory.</summary>
public sealed class LockProtocolTests
{
    private const ulong Forever = ulong.MaxValue;
    private const int Locks = 3;
    private const int Seeds = 16;

    private readonly int[] _inside = new int[Locks];
    private LockModel _model = null!;
    private Random _random = null!;

    /// <summary>One CPU or two, and a server thread among the threads; locks in order.</summary>
    [Theory]
    [InlineData(1, Forever, 1u)]
    [InlineData(2, Forever, 2u)]
    [InlineData(3, 300ul, 1u)]
    [InlineData(4, 100ul, 2u)]
    public void Nobody_is_inside_with_another_and_everybody_ends(int series, ulong slice, uint cpus)
    {
        for (int seed = 0; seed < Seeds; seed++)
        {
            Run((series * 10_000) + seed, slice, cpus, isOrdered: true);
        }
    }

    /// <summary>Locks in any order: who would wait for ever is told, on one CPU. A server thread
    /// does not give way when it leaves a lock, and may then want one of somebody who still lends
    /// it his time for that: it is the slice's end that undoes this knot.</summary>
    [Theory]
    [InlineData(5, 300ul)]
    [InlineData(6, 100ul)]
    public void Deadlocks_are_told(int series, ulong slice)
    {
        int told = 0;
        for (int seed = 0; seed < Seeds; seed++)
        {
            told += Run((series * 10_000) + seed, slice, 1, isOrdered: false);
        }
        Assert.True(told > 0);
    }

    private int Run(int seed, ulong slice, uint cpus, bool isOrdered)
    {
        int told = 0;
        using LockModel model = new(seed, slice, Locks);
        _model = model;
        _random = new Random(seed);
        Array.Clear(_inside);
        for (uint index = 0; index < 4; index++)
        {
            uint own = index;
            model.Add(own, own % cpus, () => Count(Work(own, isOrdered)));
        }
        model.Add(ThreadRow.OwnServer, 0, () => Count(Work(ThreadRow.OwnServer, isOrdered)));
        string? failure = model.Run();
        Assert.True(failure is null, $"seed {seed}: {failure}");
        Assert.True(!isOrdered || told == 0, $"seed {seed}: a deadlock without one");
        Assert.All(model.Words, word => Assert.Equal(0ul, word));
        Assert.All(model.Rows, row => Assert.Equal((0ul, 0), (row.Announced, row.Wanted)));
        return told;

        void Count(int more) => told += more;
    }

    // Takes one lock or two, some time with each, and waits now and then, with locks and without.
    private int Work(uint own, bool isOrdered)
    {
        int told = 0;
        for (int round = 0; round < 3; round++)
        {
            int first = _random.Next(Locks);
            if (!Enter(own, first, ref told)) continue;
            Spend(own);
            int second = isOrdered ? _random.Next(first, Locks) : _random.Next(Locks);
            if (_random.Next(2) == 0 && Enter(own, second, ref told))
            {
                Spend(own);
                Exit(own, second);
                Spend(own);
            }
            Exit(own, first);
            Spend(own);
        }
        return told;
    }

    private bool Enter(uint own, int number, ref int told)
    {
        ulong deadline = _random.Next(4) == 0 ? _model.Now + (ulong)_random.Next(200) : Forever;
        switch (LockCore.Enter(ref _model.Words[number], own + 1, 0, deadline))
        {
            case LockOutcome.Taken:
                bool isAlone = _inside[number] == 0 || _inside[number] == own + 1;
                if (!isAlone) throw new InvalidOperationException($"two are inside {number}");
                _inside[number] = (int)own + 1;
                return true;
            case LockOutcome.Deadlock:
                told++;
                return false;
            case LockOutcome.TimedOut when deadline != Forever && _model.Now >= deadline:
                return false;
            default:
                throw new InvalidOperationException("a wait ended that should not have");
        }
    }

    private void Exit(uint own, int number)
    {
        bool isLast = (_model.Words[number] & LockWord.EntriesMask) == 0;
        if (isLast) _inside[number] = 0;
        if (!LockCore.Exit(ref _model.Words[number], own + 1, 0))
        {
            throw new InvalidOperationException("it was inside");
        }
    }

    private void Spend(uint own)
    {
        int steps = _random.Next(6);
        for (int step = 0; step < steps; step++) LockModel.Step();
        if (_random.Next(5) == 0) ThreadWait.Until(own, _model.Now + (ulong)_random.Next(1, 60));
    }
}
