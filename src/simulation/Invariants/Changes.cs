// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Simulation.Invariants;

/// <summary>
/// What of the kernel is not what it was when everything that looks at it was found in order: the
/// pools are compared byte by byte after each event, once for all invariants. One that is a
/// function of some pools alone still holds while none of them changed. In a full check, and where
/// there is nothing to compare with, everything counts as changed.
/// </summary>
internal sealed class Changes
{
    private readonly KeptRows<SchedulingContext> _scheduling =
        new(KernelState.SchedulingContextsMax);
    private readonly KeptRows<Semaphore> _semaphores = new(KernelState.SemaphoresMax);
    private readonly KeptRows<InterruptLine> _lines = new(KernelState.InterruptsMax);
    private readonly KeptRows<VirtualCpu> _vcpus = new(KernelState.VcpusMax);
    private RowBits _queued;
    private RowBits _blocked;
    private ulong _controllerVersion;
    private bool _isForgotten;

    /// <summary>Whether everything counts as changed.</summary>
    internal bool AreAll { get; private set; } = true;

    /// <summary>Execution contexts in use that changed, with their registers.</summary>
    internal RowBits Contexts { get; private set; }

    /// <summary>Whether anything of an execution context but its general registers
    /// changed.</summary>
    internal bool HaveLinks { get; private set; }

    /// <summary>Scheduling contexts that changed.</summary>
    internal RowBits Scheduling => _scheduling.Changed;

    /// <summary>Whether more of a scheduling context changed than its time: what is left and
    /// consumed, its period and overruns.</summary>
    internal bool HaveSchedulingLinks { get; private set; }

    /// <summary>Semaphores that changed.</summary>
    internal RowBits Semaphores => _semaphores.Changed;

    /// <summary>Whether an interrupt's row changed, or what the controller lets in.</summary>
    internal bool HaveInterrupts { get; private set; }

    /// <summary>Virtual CPUs that changed.</summary>
    internal RowBits Vcpus => _vcpus.Changed;

    /// <summary>Scheduling contexts that say that they are queued.</summary>
    internal RowBits Queued => _queued;

    /// <summary>Scheduling contexts that say that they are blocked.</summary>
    internal RowBits Blocked => _blocked;

    /// <summary>Compares the kernel with what <see cref="Remember"/> kept.</summary>
    internal void Find(Inspection at)
    {
        ref KernelState state = ref at.State;
        AreAll = at.IsFull || !at.Earlier.IsKnown || _isForgotten;
        Contexts = AreAll ? at.Earlier.Used : at.Earlier.ChangedInUse;
        HaveLinks = AreAll || at.Earlier.HaveLinksChanged;
        UsedRows used = at.Used;
        if (AreAll)
        {
            _scheduling.ChangeAll(used.SchedulingContexts);
            _semaphores.ChangeAll(used.Semaphores);
            _lines.ChangeAll(used.Interrupts);
            _vcpus.ChangeAll(used.Vcpus);
            _queued = _blocked = default;
        }
        else
        {
            _scheduling.Compare(state.SchedulingContexts, used.SchedulingContexts);
            _semaphores.Compare(state.Semaphores, used.Semaphores);
            _lines.Compare(state.Interrupts, used.Interrupts);
            _vcpus.Compare(state.Vcpus, used.Vcpus);
        }
        HaveInterrupts = AreAll || _lines.HaveChanged
            || _controllerVersion != at.Machine.Interrupts.Version;
        HaveSchedulingLinks = AreAll;
        foreach (int row in _scheduling.Changed)
        {
            ref SchedulingContext entry = ref state.SchedulingContexts[row];
            _queued.Put(row, entry.State == SchedulingState.Queued);
            _blocked.Put(row, entry.State == SchedulingState.Blocked);
            HaveSchedulingLinks =
                HaveSchedulingLinks || !HasOnlyRun(in entry, in _scheduling[row]);
        }
    }

    /// <summary>Whether what was seen last was not in order.</summary>
    internal bool IsForgotten => _isForgotten;

    /// <summary>Says that what was seen was not in order: next time everything counts as
    /// changed.</summary>
    internal void Forget() => _isForgotten = true;

    /// <summary>Keeps what the next check is compared with.</summary>
    internal void Remember(Inspection at)
    {
        _isForgotten = false;
        ref KernelState state = ref at.State;
        _scheduling.Remember(state.SchedulingContexts);
        _semaphores.Remember(state.Semaphores);
        _lines.Remember(state.Interrupts);
        _vcpus.Remember(state.Vcpus);
        _controllerVersion = at.Machine.Interrupts.Version;
    }

    // Whether two states of a row differ in its times alone.
    private static bool HasOnlyRun(in SchedulingContext now, in SchedulingContext before)
    {
        SchedulingContext copy = now;
        copy.RemainingTicks = before.RemainingTicks;
        copy.PeriodStart = before.PeriodStart;
        copy.ConsumedTicks = before.ConsumedTicks;
        copy.OverrunCount = before.OverrunCount;
        return SameBytes.Are(in copy, in before);
    }
}
