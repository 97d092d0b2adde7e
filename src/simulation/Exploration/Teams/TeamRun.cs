// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;
using Bulkhead.Simulation.Exploration.Pairs;

namespace Bulkhead.Simulation.Exploration.Teams;

/// <summary>One run of hypercalls that are inside the kernel at the same time.</summary>
internal sealed class TeamRun
{
    // A run that is sound needs some dozens.
    private const int HandoversMax = 20_000;

    private const ulong Points =
        (1ul << (int)OrderingPoint.Entry) | (1ul << (int)OrderingPoint.Exit)
        | (1ul << (int)OrderingPoint.Call) | (1ul << (int)OrderingPoint.Share)
        | (1ul << (int)OrderingPoint.Acknowledge) | (1ul << (int)OrderingPoint.Invalidate)
        | (1ul << (int)OrderingPoint.OpenInterrupt) | (1ul << (int)OrderingPoint.CloseInterrupt);

    private readonly TeamSystem _system;
    private readonly ProcessorTeam _team;
    private readonly ChoiceSlot _choice = new();
    private readonly LockWatch _lock = new();

    internal TeamRun(TeamSystem system)
    {
        _system = system;
        _team = new ProcessorTeam(system.World.Machine, _choice)
        {
            HasDoor = false, StaysTogether = true, HandoversMax = HandoversMax,
            Hardware = _lock,
        };
        foreach (TeamMember member in system.Members) _team.With(() => member.Run(IsOver));
    }

    /// <summary>Called before the state is judged; for tests of what is noticed.</summary>
    internal Action<TeamSystem>? BeforeEnd { get; init; }

    /// <summary>The look for interrupts between two steps of a call, from 1, at which the CPU that
    /// looks is interrupted; 0: none.</summary>
    internal int InterruptAt { get; set; }

    /// <summary>How often a CPU has looked.</summary>
    internal int LookCount { get; private set; }

    /// <summary>Runs the calls to their end and the system to rest.</summary>
    /// <param name="calls">A call for each CPU.</param>
    /// <param name="first">The CPU that begins.</param>
    /// <param name="isBackward">Whether the others follow from the last to the first.</param>
    /// <param name="choice">Who goes on at each ordering point.</param>
    /// <param name="isInside">Whether they may be inside the kernel together; else one of them
    /// ends before the next begins, but for what it makes the others do.</param>
    /// <returns>What came of it.</returns>
    internal StateHash Execute(
        ReadOnlySpan<PairCall> calls, int first, bool isBackward, IChoice choice, bool isInside)
    {
        _system.Reset(calls);
        _lock.Begin(_system.World.Machine);
        _choice.Choice = choice;
        _team.First = first;
        _team.IsBackward = isBackward;
        _team.Points = isInside ? Points : 0;
        LookCount = 0;
        _system.World.Machine.AtPreemption = InterruptAt == 0 ? null : Look;
        _system.World.Machine.IsConcurrent = true;
        try
        {
            _team.Run();
            _system.EnterAgain();
        }
        catch (SimulationException e) when (
            _system.IsOff && e.InnerException is LeftAloneException)
        {
            // Whoever waited for a CPU of a machine that is off waited for nothing.
            return _system.Outcome();
        }
        finally
        {
            _system.World.Machine.IsConcurrent = false;
            _system.World.Machine.AtPreemption = null;
        }
        CpuTeam.Hear(_system.World);
        _system.Settle();
        BeforeEnd?.Invoke(_system);
        _system.Check();
        return _system.Outcome();
    }

    /// <summary>What the calls of the last run came to.</summary>
    internal string Results()
    {
        List<string> texts = [];
        foreach (TeamMember member in _system.Members) texts.Add(member.ResultText);
        return string.Join(" | ", texts);
    }

    /// <summary>Ends its host threads.</summary>
    internal void End() => _team.Dismiss();

    private void Look()
    {
        SimulatedMachine machine = _system.World.Machine;
        if (++LookCount != InterruptAt) return;
        machine.Interrupts.Send(1u << machine.Executing.Number, PrivateInterrupts.Call);
    }

    // Whoever turned the machine off does not come back, nor do the others.
    private bool IsOver()
    {
        if (_system.IsOff) return true;
        foreach (TeamMember member in _system.Members)
        {
            if (!member.IsDone) return false;
        }
        return true;
    }

    private sealed class ChoiceSlot : IChoice
    {
        internal IChoice Choice { get; set; } = new ScriptedChoice();

        public int Choose(int alternatives, ChoicePoint where) =>
            Choice.Choose(alternatives, where);
    }
}
