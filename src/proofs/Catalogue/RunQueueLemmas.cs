// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated;
using Bulkhead.Kernel;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;
using Bulkhead.Pools;

namespace Bulkhead.Proofs.Catalogue;

/// <summary>The run queue's bitmap and the search for its highest bit.</summary>
internal static class RunQueueLemmas
{
    internal static IEnumerable<Lemma> All =>
    [
        new EnumeratedLemma<ThreeCase>(
            "run-queue-three",
            "For every three priorities: the queue is led by the highest, by the first of equals, "
                + "before and after each leaves in turn, and exactly their bits are set.",
            "a less urgent context would run, or none although one could",
            nameof(RunQueue), nameof(RunQueue.Append), nameof(RunQueue.Remove),
            nameof(RunQueue.First)),
    ];

    private readonly struct ThreeCase : IEnumeratedCase
    {
        private const int Contexts = 3;

        public static ulong PointCount => 1 << 24;

        public static bool Holds(ulong point)
        {
            ref KernelState state = ref SchedulerBench.Machine.State;
            ref RunQueue queue = ref state.Cpus[0].Queue;
            for (int index = 0; index < Contexts; index++)
            {
                ref SchedulingContext entry = ref state.SchedulingContexts[index + 1];
                entry = default;
                entry.Priority = (byte)(point >> (8 * index));
                queue.Append(ref state, LinkTo(ref state, index));
            }

            bool holds = true;
            for (int gone = 0; gone < Contexts; gone++)
            {
                holds &= IsLedByHighest(ref state, ref queue, gone);
                queue.Remove(ref state, LinkTo(ref state, gone));
            }
            return holds && queue.First.IsNone && !HasBits(ref state, ref queue);
        }

        public static string Describe(ulong point) =>
            $"priorities {(byte)point}, {(byte)(point >> 8)}, {(byte)(point >> 16)}";

        // Contexts 0 to gone - 1 have left.
        private static bool IsLedByHighest(
            ref KernelState state, ref RunQueue queue, int gone)
        {
            int best = gone;
            bool hasBits = true;
            for (int index = gone; index < Contexts; index++)
            {
                int priority = state.SchedulingContexts[index + 1].Priority;
                if (priority > state.SchedulingContexts[best + 1].Priority) best = index;
                hasBits &= queue.IsOccupied(priority);
            }
            return hasBits && queue.First == LinkTo(ref state, best);
        }

        private static bool HasBits(ref KernelState state, ref RunQueue queue)
        {
            bool has = false;
            for (int index = 0; index < Contexts; index++)
            {
                has |= queue.IsOccupied(state.SchedulingContexts[index + 1].Priority);
            }
            return has;
        }

        private static Link<SchedulingContext> LinkTo(ref KernelState state, int index) =>
            Link<SchedulingContext>.To(ref state, ref state.SchedulingContexts[index + 1]);
    }
}
