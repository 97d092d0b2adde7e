// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;

namespace Bulkhead.Simulation.Exploration.Pairs;

/// <summary>
/// Does the preemptions of a schedule at their places, and notes where else one could be. A place
/// counts only where it can make a difference: a signal before the interrupt controller is asked,
/// time before the clock is, a walk when tables or translations have changed since the last place
/// where it would have been the same.
/// </summary>
/// <param name="system">The system.</param>
internal sealed class PairHardware(PairSystem system) : IInterleaving
{
    private const int ActionCount = (int)PairAction.ShowFirstStore + 1;

    private readonly ulong[] _epochs = new ulong[ActionCount];
    private PairPreemption[] _script = [];
    private int _position;
    private int _next;
    private bool _isActing;

    /// <summary>Places after the script's last preemption, each with what could be there.</summary>
    internal List<PairPreemption> Candidates { get; } = [];

    /// <summary>Whether every preemption of the script took place.</summary>
    internal bool IsScriptDone => _next == _script.Length;

    /// <summary>Starts a run.</summary>
    internal void Begin(PairPreemption[] script)
    {
        _script = script;
        _position = 0;
        _next = 0;
        Candidates.Clear();
        Array.Fill(_epochs, ulong.MaxValue);
    }

    /// <summary>A place between two calls.</summary>
    internal void BetweenCalls()
    {
        // Both preemptions of a schedule can lie between the same two calls.
        for (int count = 0; count < 2; count++)
        {
            Visit(PairAction.TakeInterrupt, OrderingPoint.Program);
            Visit(PairAction.EndTurn, OrderingPoint.Program);
        }
    }

    /// <inheritdoc/>
    public void At(SimulatedMachine machine, OrderingPoint point)
    {
        if (_isActing) return;
        for (PairAction action = PairAction.Signal; (int)action < ActionCount; action++)
        {
            if (IsWorthwhile(machine, point, action)) Visit(action, point);
        }
    }

    private bool IsWorthwhile(SimulatedMachine machine, OrderingPoint point, PairAction action)
    {
        switch (action)
        {
            case PairAction.Signal:
                return point is OrderingPoint.Entry or OrderingPoint.Acknowledge
                    or OrderingPoint.DropPriority or OrderingPoint.Deactivate
                    or OrderingPoint.OpenInterrupt or OrderingPoint.CloseInterrupt
                    or OrderingPoint.Wait or OrderingPoint.Exit;
            case PairAction.PassTime:
                return point is OrderingPoint.ReadClock or OrderingPoint.ArmTimer
                    or OrderingPoint.Exit or OrderingPoint.Wait;
            case PairAction.ShowFirstStore:
            case PairAction.ShowLastStore:
                return point is OrderingPoint.Publish or OrderingPoint.Descriptor
                    && IsNew(action, (ulong)machine.Tables.CountActions(machine), 0);
            default:
                return point is not (OrderingPoint.ReadClock or OrderingPoint.ArmTimer)
                    && IsNew(action, Epoch(machine), ulong.MaxValue);
        }
    }

    private static ulong Epoch(SimulatedMachine machine) =>
        (machine.Tables.Version << 20) + (uint)machine.InvalidationCount;

    private bool IsNew(PairAction action, ulong epoch, ulong none)
    {
        ref ulong last = ref _epochs[(int)action];
        if (epoch == none || epoch == last) return false;
        last = epoch;
        return true;
    }

    private void Visit(PairAction action, OrderingPoint point)
    {
        int position = _position++;
        if (_next < _script.Length)
        {
            if (_script[_next].Position != position) return;
            _next++;
            _isActing = true;
            Act(system.World.Machine, action);
            _isActing = false;
            return;
        }

        Candidates.Add(new PairPreemption(position, point, action));
    }

    private void Act(SimulatedMachine machine, PairAction action)
    {
        switch (action)
        {
            case PairAction.TakeInterrupt:
                machine.Interrupts.Raise(PairSystem.WakeupInterrupt);
                system.World.Processor.TakeInterrupts();
                break;
            case PairAction.EndTurn:
                system.World.Processor.Advance(PairSystem.SliceTicks);
                break;
            case PairAction.Signal:
                machine.Interrupts.Raise(PairSystem.WakeupInterrupt);
                break;
            case PairAction.PassTime:
                machine.Clock.Ticks += PairSystem.SliceTicks;
                break;
            case PairAction.ShowFirstStore:
                machine.Tables.Act(machine, 0, machine.Choice);
                break;
            case PairAction.ShowLastStore:
                machine.Tables.Act(
                    machine, machine.Tables.CountActions(machine) - 1, machine.Choice);
                break;
            default:
                Walk(machine, action);
                break;
        }
    }

    private static void Walk(SimulatedMachine machine, PairAction action)
    {
        int cpu = action == PairAction.WalkOwn ? 2 : 1;
        ulong address = action switch
        {
            PairAction.WalkUnmapped => PairCalls.MappedAddress,
            PairAction.WalkMessagePage => PairCalls.NewUtcb,
            _ => PairCalls.MapAddress,
        };
        machine.Walker.Translate(cpu, machine.Cpus[cpu].Root, address);
    }
}
