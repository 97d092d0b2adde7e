// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I31.</summary>
internal sealed class FreshRows : KernelInvariant
{
    internal override int Number => 31;

    internal override string Sentence =>
        "What is destroyed leaves its row as a fresh start would find it, but for generation and "
        + "key: so whatever is created in it begins the same.";

    internal override string LooksAt => "free rows of contexts, virtual CPUs, domains, mappings, "
        + "scheduling contexts and semaphores";

    internal override CheckScope Scope => CheckScope.Objects;

    internal override void Check(Inspection at)
    {
        ref KernelState state = ref at.State;
        if (!at.IsFull && !at.IsRevocation) return;
        for (int index = 0; index < KernelState.ContextsMax; index++)
        {
            ref ExecutionContext row = ref state.Contexts[index];
            if (row.Header.Kind != ObjectKind.None) continue;
            if (!at.IsFull && !at.HasChanged(index)) continue;
            ExecutionContext copy = row;
            copy.Header.Generation = 0;
            copy.Key = 0;
            That(IsClear(ref copy), "a free context row keeps something of its last incarnation");
        }
        foreach (ref VirtualCpu row in at.Vcpus)
        {
            if (!row.Context.IsNone)
            {
                That(at.IsLive(row.Context), "a virtual CPU outlives its context");
                continue;
            }
            That(IsClear(ref row), "a free virtual CPU keeps something of its last incarnation");
        }
        foreach (ref ProtectionDomain row in (Span<ProtectionDomain>)state.Domains)
        {
            if (row.Header.Kind != ObjectKind.None || row.Dying != DyingPhase.None) continue;
            ProtectionDomain copy = row;
            copy.Header.Generation = 0;
            That(IsClear(ref copy), "a free domain row keeps something of its last incarnation");
        }
        CheckSmallRows(at);
    }

    private static void CheckSmallRows(Inspection at)
    {
        ref KernelState state = ref at.State;
        foreach (ref SchedulingContext row in at.SchedulingContexts)
        {
            bool isFree = row.Header.Kind == ObjectKind.None;
            That(!isFree || (row.State == SchedulingState.Parked && row.Home.IsNone
                && row.Next.IsNone && row.Previous.IsNone && !row.Replenishment.IsArmed),
                "a free scheduling context is somewhere");
            That(isFree || row.State == SchedulingState.Parked == row.Home.IsNone,
                "parked with a home, or homeless elsewhere");
        }
        foreach (ref Semaphore row in at.Semaphores)
        {
            That(row.Header.Kind != ObjectKind.None
                || (row.FirstWaiter.IsNone && row.LastWaiter.IsNone),
                "a semaphore that is gone has waiters");
        }
        foreach (ref Mapping row in (Span<Mapping>)state.Mappings)
        {
            That(!row.Domain.IsNone || IsClear(ref row),
                "a free mapping row is not clear");
        }
    }

    private static bool IsClear<T>(ref T row)
        where T : struct =>
        !MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(ref row, 1))
            .ContainsAnyExcept((byte)0);
}
