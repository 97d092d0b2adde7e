// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated.Interleaving;

/// <summary>
/// The hardware beside the executing CPU, one action at a time: at each ordering point a choice
/// says whether and what. The plain course is that nothing happens.
/// </summary>
/// <param name="choice">Who decides.</param>
public sealed class Interleaver(IChoice choice) : IInterleaving
{
    private readonly List<IHardwareActor> _actors = [];
    private int[] _counts = [];

    /// <summary>Of so many ordering points one is looked at, by choice; 1: every one.</summary>
    public int QuietShare { get; init; } = 1;

    /// <summary>Actions at one ordering point, at most.</summary>
    public int ActionsMax { get; init; } = 1;

    /// <summary>The points where hardware may act, a bit each; by default all.</summary>
    public ulong Points { get; init; } = ulong.MaxValue;

    /// <summary>Actions so far.</summary>
    public long ActionCount { get; private set; }

    /// <summary>Adds hardware.</summary>
    /// <param name="actor">The hardware.</param>
    /// <returns>This interleaver.</returns>
    public Interleaver With(IHardwareActor actor)
    {
        _actors.Add(actor);
        return this;
    }

    /// <summary>Adds all the hardware of a machine: store buffers, walkers, caches,
    /// interrupts on their way, CPUs on their way up.</summary>
    /// <param name="machine">The machine.</param>
    /// <returns>This interleaver.</returns>
    public Interleaver WithAll(SimulatedMachine machine)
    {
        _actors.Add(machine.Tables);
        _actors.Add(machine.Walker);
        _actors.Add(machine.Interrupts.Flights);
        _actors.Add(machine.Caches);
        _actors.Add(machine.PowerController);
        return this;
    }

    /// <inheritdoc/>
    public void At(SimulatedMachine machine, OrderingPoint point)
    {
        if (((Points >> (int)point) & 1) == 0) return;
        if (QuietShare > 1 && choice.Choose(QuietShare, ChoicePoint.Quiet) != 0) return;
        for (int count = 0; count < ActionsMax; count++)
        {
            if (!TryAct(machine)) return;
        }
    }

    private bool TryAct(SimulatedMachine machine)
    {
        if (_counts.Length < _actors.Count) _counts = new int[_actors.Count];
        int total = 0;
        for (int index = 0; index < _actors.Count; index++)
        {
            _counts[index] = _actors[index].CountActions(machine);
            total += _counts[index];
        }
        if (total == 0) return false;
        int action = choice.Choose(total + 1, ChoicePoint.Actor) - 1;
        if (action < 0) return false;
        int which = 0;
        while (action >= _counts[which]) action -= _counts[which++];
        _actors[which].Act(machine, action, choice);
        ActionCount++;
        return true;
    }
}
