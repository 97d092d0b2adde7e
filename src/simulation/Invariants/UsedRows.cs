// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <summary>How many rows of each pool there are up to the last one in use. Rows are taken from the
/// front, so what lies behind is free, and the quick depth does not look at it.</summary>
internal sealed class UsedRows
{
    private bool _isTrimmed;

    /// <summary>Semaphores.</summary>
    internal int Semaphores { get; private set; }

    /// <summary>Scheduling contexts.</summary>
    internal int SchedulingContexts { get; private set; }

    /// <summary>Interrupts.</summary>
    internal int Interrupts { get; private set; }

    /// <summary>Virtual CPUs.</summary>
    internal int Vcpus { get; private set; }

    /// <summary>Looks how far the pools are in use. What was in use counts until a full check, so
    /// that what has just been freed is looked at.</summary>
    internal void Measure(ref KernelState state, bool isFull)
    {
        if (isFull)
        {
            Semaphores = KernelState.SemaphoresMax;
            SchedulingContexts = KernelState.SchedulingContextsMax;
            Interrupts = KernelState.InterruptsMax;
            Vcpus = KernelState.VcpusMax;
            _isTrimmed = false;
            return;
        }
        if (!_isTrimmed) Semaphores = SchedulingContexts = Interrupts = Vcpus = 0;
        _isTrimmed = true;
        Semaphores = Last<Semaphore>(state.Semaphores, Semaphores);
        SchedulingContexts =
            Last<SchedulingContext>(state.SchedulingContexts, SchedulingContexts);
        Interrupts = Last<InterruptLine>(state.Interrupts, Interrupts);
        Vcpus = Last<VirtualCpu>(state.Vcpus, Vcpus);
    }

    private static int Last<T>(Span<T> rows, int least)
        where T : struct, IPoolRow
    {
        int count = rows.Length;
        while (count > least && rows[count - 1].IsFree) count--;
        return count;
    }
}
