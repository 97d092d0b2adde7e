// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Replay;

/// <summary>An event of a trace and what it led to.</summary>
/// <param name="Event">The event.</param>
/// <param name="Outcome">The registers after it; zero for words that hold a time.</param>
/// <param name="Hash">The canonical hash of the kernel's state after it; null: not
/// recorded.</param>
public sealed record ReplayStep(SimulationEvent Event, Outcome Outcome, ulong? Hash);
