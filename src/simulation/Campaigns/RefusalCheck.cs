// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Invariants;

namespace Bulkhead.Simulation.Campaigns;

/// <summary>A refused hypercall changes nothing but the caller's result: every byte of the kernel
/// before and after is the same (I32). Slow: it copies the kernel at each event.</summary>
internal sealed class RefusalCheck : IStepCheck
{
    private const int ScratchFirst = 10;
    private const int ScratchEnd = 18;

    private readonly byte[] _before = new byte[StateBlock.Size];
    private Link<ExecutionContext> _caller;
    private int _consoleLength;
    private int _entryCount;
    private PowerState _power;

    /// <summary>Refused hypercalls that were looked at.</summary>
    internal int RefusedCount { get; private set; }

    /// <summary>Why they were refused.</summary>
    internal HashSet<Reason> Reasons { get; } = [];

    /// <summary>Which were refused.</summary>
    internal HashSet<Hypercall> Calls { get; } = [];

    public void Begin(World world) => _caller = default;

    public void Before(World world, in SimulationEvent value)
    {
        _caller = default;
        // A dispatch that is due changes the state at any hypercall, and so does a clock.
        bool isLookedAt = value.Kind == EventKind.Hypercall && !world.Current.IsNone
            && world.State.Cpus[world.Cpu].MustDispatch == 0 && world.Machine.Clock.ReadTicks == 0
            && !world.Current.In(ref world.State).IsVcpu;
        if (!isLookedAt) return;
        _caller = world.Current;
        world.Machine.StateBytes.CopyTo(_before);
        _consoleLength = world.Machine.Console.Length;
        _power = world.Machine.Power;
        _entryCount = CountEntries(world);
    }

    public void After(World world, in SimulationEvent value, bool wasApplied)
    {
        if (_caller.IsNone || CountEntries(world) != _entryCount) return;
        ref ExecutionContext context = ref _caller.In(ref world.State);
        ref ExecutionContext before =
            ref Unsafe.As<byte, ExecutionContext>(ref _before[(int)_caller.Offset]);
        // A server that replied may run again for another caller.
        bool isBehind = context.Frame[RegisterFrame.ProgramCounter]
            == before.Frame[RegisterFrame.ProgramCounter] + 4;
        ResultCode result = new(context.Frame[0]);
        if (world.Current != _caller || !isBehind || result.IsSuccess) return;
        RefusedCount++;
        Reasons.Add(result.Reason);
        Calls.Add((Hypercall)value.Detail);
        Allow(ref before.Frame, ref context.Frame, in value);
        // A hypercall that was refused when it went on leaves this to the caller's next one.
        before.HasLetIn = context.HasLetIn;
        int same = world.Machine.StateBytes.CommonPrefixLength(_before);
        if (same == StateBlock.Size && world.Machine.Console.Length == _consoleLength
            && world.Machine.Power == _power) return;
        throw new InvariantException(
            [32], $"{(Hypercall)value.Detail} refused with {result.Reason} changed byte {same:x}");
    }

    // Entries into the kernel besides the hypercall's. One that was made again let something in.
    private static int CountEntries(World world) =>
        world.RestartCount + world.InterruptCount + world.Machine.RepeatCount;

    // The arguments, which the event gave, the result, what hypercalls destroy, and the program
    // counter behind the instruction.
    private static void Allow(
        ref RegisterFrame before, ref RegisterFrame after, in SimulationEvent value)
    {
        for (int word = 1; word < EventWords.Count; word++) before[word] = value.Words[word];
        before[0] = after[0];
        for (int register = ScratchFirst; register < ScratchEnd; register++)
        {
            before[register] = after[register];
        }
        before[RegisterFrame.ProgramCounter] = after[RegisterFrame.ProgramCounter];
    }
}
