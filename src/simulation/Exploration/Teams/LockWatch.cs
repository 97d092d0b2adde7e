// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;
using Bulkhead.Simulation.Invariants;

namespace Bulkhead.Simulation.Exploration.Teams;

/// <summary>
/// Looks at the structure lock at each ordering point. Between two of them one CPU goes on, so that
/// what changed is its doing: it may take a lock that is free, and let go of its own. Two owners
/// are noticed whatever they do, although no other CPU comes between the plain accesses of either.
/// </summary>
internal sealed class LockWatch : IInterleaving
{
    private uint _owner;

    /// <summary>Begins with the lock as it is.</summary>
    internal void Begin(SimulatedMachine machine) => _owner = machine.State.Shared.Owner;

    /// <inheritdoc/>
    /// <exception cref="InvariantException">A CPU took or freed the lock of another.</exception>
    public void At(SimulatedMachine machine, OrderingPoint point)
    {
        uint before = _owner;
        _owner = machine.State.Shared.Owner;
        if (_owner == before) return;
        uint own = (uint)machine.Executing.Number + 1;
        bool isOwn = before == 0 ? _owner == own : before == own && _owner == 0;
        if (isOwn) return;
        throw new InvariantException([34], before == 0
            ? "I34: a CPU gave the structure lock to another"
            : "I34: the structure lock was taken or freed while another CPU had it");
    }
}
