// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;
using Bulkhead.Simulation.Exploration.Pairs;
using Bulkhead.Simulation.Invariants;

namespace Bulkhead.Simulation.Exploration.Teams;

/// <summary>What one CPU of a team does: its caller makes one hypercall, as often as the kernel
/// says that it has to, and then it takes interrupts until all are done.</summary>
internal sealed class TeamMember(World world, int cpu)
{
    private const int RepeatsMax = 256;

    // More than a CPU gives way to others that asked.
    private const int CourtesyMax = 16;

    // Refused, but not before the lock is taken.
    private const Hypercall Unknown = (Hypercall)99;

    private Link<ExecutionContext> _caller;
    private ulong _key;
    private PairCall? _call;
    private bool _hasCalled;
    private bool _hasResult;

    /// <summary>Whether it has made its call and got its way in the kernel.</summary>
    internal bool IsDone { get; private set; }

    /// <summary>What its call came to; all ones: nothing yet, or it could not be made.</summary>
    internal ulong Result { get; private set; }

    /// <summary>That in words.</summary>
    internal string ResultText
    {
        get
        {
            if (Result == ulong.MaxValue) return "nothing";
            ResultCode code = new((uint)Result);
            return code.IsSuccess ? $"success {Result >> 32}" : $"{code.Status} {code.Reason}";
        }
    }

    /// <summary>Its call; null: none.</summary>
    internal PairCall? Call => _call;

    /// <summary>Who calls.</summary>
    internal void Know(Link<ExecutionContext> caller)
    {
        _caller = caller;
        _key = caller.In(ref world.State).Key;
    }

    /// <summary>Begins anew.</summary>
    internal void Begin(PairCall? call)
    {
        _call = call;
        _hasCalled = _hasResult = false;
        IsDone = call is null;
        Result = ulong.MaxValue;
    }

    /// <summary>The CPU's program, on a host thread of its own.</summary>
    /// <param name="isOver">Whether all are done.</param>
    internal void Run(Func<bool> isOver)
    {
        SimulatedProcessor processor = world.Processors[cpu];
        processor.TakeInterrupts();
        if (_call is not null && CanCall) MakeCall(processor);
        IsDone = true;
        while (!isOver())
        {
            world.Machine.AtOrderingPoint(OrderingPoint.Relax);
            processor.TakeInterrupts();
        }
    }

    /// <summary>While no other CPU is inside, the caller makes a hypercall that takes the structure
    /// lock.</summary>
    /// <exception cref="InvariantException">It never has its turn.</exception>
    internal void EnterAgain()
    {
        SimulatedProcessor processor = world.Processors[cpu];
        if (!CanCall || processor.MustRepeat) return;
        processor.Hypercall(Unknown);
        for (int count = 0; CanCall && processor.MustRepeat; count++)
        {
            if (count == CourtesyMax)
            {
                throw new InvariantException([34], "I34: a CPU gives way for ever");
            }

            processor.Repeat();
        }
    }

    /// <summary>Looks whether the caller has its result.</summary>
    internal void NoteResult()
    {
        if (!_hasCalled || _hasResult || !CanCall) return;
        ref ExecutionContext caller = ref _caller.In(ref world.State);
        if (world.Processors[cpu].MustRepeat) return;
        _hasResult = true;
        // Only a success has a further result.
        Result = caller.Frame[0] == 0 ? caller.Frame[1] << 32 : caller.Frame[0];
    }

    /// <summary>Whether the caller has made its call.</summary>
    internal bool HasCalled => _hasCalled;

    /// <summary>Whether a context is this CPU's caller.</summary>
    internal bool IsCaller(Link<ExecutionContext> context) => context == _caller;

    // Another CPU may have stopped or destroyed it.
    private bool CanCall => world.Processors[cpu].Current == _caller
        && _caller.In(ref world.State).Key == _key;

    private void MakeCall(SimulatedProcessor processor)
    {
        SimulationEvent value = _call!.At(world.Machine.Clock.Ticks);
        ref ExecutionContext caller = ref _caller.In(ref world.State);
        for (int word = 0; word < EventWords.Count; word++) caller.Frame[word] = value.Words[word];
        _hasCalled = true;
        processor.Hypercall((Hypercall)value.Detail);
        processor.TakeInterrupts();
        for (int count = 0; processor.MustRepeat; count++)
        {
            if (count == RepeatsMax)
            {
                throw new SimulationException("a hypercall never has its turn");
            }

            world.Machine.AtOrderingPoint(OrderingPoint.Relax);
            processor.TakeInterrupts();
            if (processor.MustRepeat) processor.Repeat();
            processor.TakeInterrupts();
        }
        NoteResult();
    }
}
