// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated;
using Bulkhead.Kernel;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;
using Bulkhead.Pools;

namespace Bulkhead.Proofs.Catalogue;

/// <summary>A kernel in which one scheduling context is current, to run the scheduler's arithmetic
/// at a point.</summary>
internal static class SchedulerBench
{
    [ThreadStatic]
    private static SimulatedMachine? s_machine;

    /// <summary>The kernel of this thread.</summary>
    internal static SimulatedMachine Machine => s_machine ??= new SimulatedMachine();

    /// <summary>Charges a scheduling context that is in no queue.</summary>
    /// <returns>The scheduling context afterwards.</returns>
    internal static SchedulingContext Charge(
        SchedulingContext entry, SchedulingLemmas.Times times, Point point)
    {
        SimulatedMachine machine = Machine;
        ref KernelState state = ref machine.State;
        ref Cpu cpu = ref state.Cpus[0];
        ref SchedulingContext row = ref state.SchedulingContexts[0];
        row = entry;
        row.State = SchedulingState.Parked;
        machine.Clock.Ticks = times.NowAt(point);
        cpu.ChargedUntil = times.ChargedAt(point);
        cpu.Current = Link<SchedulingContext>.To(ref state, ref row);
        Scheduler<SimulatedAsp>.Charge(ref state, ref cpu);
        return row;
    }
}
