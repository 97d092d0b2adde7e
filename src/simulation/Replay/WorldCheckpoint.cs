// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Snapshots;
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Replay;

/// <summary>A replayed world as it was after an event.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Current">What ran.</param>
/// <param name="Faults">Faults that may repeat themselves, by context.</param>
internal sealed record WorldCheckpoint(
    MachineSnapshot Machine, Link<ExecutionContext> Current,
    IReadOnlyDictionary<uint, (ulong Key, SimulationEvent Event)> Faults);
