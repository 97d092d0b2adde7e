// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;
using Bulkhead.Pools;

namespace Bulkhead.Simulation.Invariants;

/// <summary>The one scheduling context that may stay in the run queue although it cannot run: that
/// of the guest that halted last, while the processor idles with the guest's timer
/// loaded.</summary>
internal static class RestingGuest
{
    internal static bool Is(ref KernelState state, ref Cpu cpu, ref SchedulingContext entry) =>
        cpu.Current.IsNone && !cpu.Resting.IsNone
        && entry.Header.Kind != Abi.ObjectKind.None
        && cpu.Resting == Link<SchedulingContext>.To(ref state, ref entry)
        && entry.Home.In(ref state).State == ContextState.Halted && cpu.SystemOwner == entry.Home
        && cpu.Queue.First == entry.Next && cpu.Queue.HoldsOnly(entry.Priority);
}
