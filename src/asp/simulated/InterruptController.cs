// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Seams;

namespace Bulkhead.Asp.Simulated;

/// <summary>
/// The physical interrupt controller with a split end of interrupt: taking one makes it active and
/// masks the rest, dropping the priority lets the others in, deactivating ends it. Breaking that
/// order is an error of the kernel and throws.
/// </summary>
public sealed class InterruptController
{
    private const int Count = (int)IInterrupts.InterruptIdsMax;

    private readonly InterruptState[] _states = new InterruptState[Count];

    /// <summary>The interrupt whose priority masks the others, or none.</summary>
    public uint Running { get; private set; } = IInterrupts.NoInterrupt;

    /// <summary>Whether one could be taken now.</summary>
    public bool HasDeliverable =>
        Running == IInterrupts.NoInterrupt && FirstDeliverable() != IInterrupts.NoInterrupt;

    /// <summary>State of an interrupt.</summary>
    /// <param name="interrupt">Below 1020.</param>
    /// <returns>A copy.</returns>
    public InterruptState this[uint interrupt] => _states[interrupt];

    /// <summary>A device signals: latches an edge, or raises the line.</summary>
    /// <param name="interrupt">Below 1020.</param>
    public void Raise(uint interrupt)
    {
        _states[interrupt].IsRaised = true;
        _states[interrupt].IsLatched = true;
    }

    /// <summary>A device is satisfied: lowers its line.</summary>
    /// <param name="interrupt">Below 1020.</param>
    public void Lower(uint interrupt) => _states[interrupt].IsRaised = false;

    /// <summary>Takes the deliverable interrupt of lowest number.</summary>
    /// <returns>It, or <see cref="IInterrupts.NoInterrupt"/>.</returns>
    public uint Acknowledge()
    {
        if (Running != IInterrupts.NoInterrupt) return IInterrupts.NoInterrupt;
        uint interrupt = FirstDeliverable();
        if (interrupt == IInterrupts.NoInterrupt) return interrupt;
        _states[interrupt].IsActive = true;
        _states[interrupt].IsLatched = false;
        Running = interrupt;
        return interrupt;
    }

    /// <summary>Lets the others in again.</summary>
    /// <param name="interrupt">The one that runs.</param>
    /// <exception cref="SimulationException">It is not the one that runs.</exception>
    public void DropPriority(uint interrupt)
    {
        if (Running != interrupt)
        {
            throw new SimulationException($"priority of {interrupt} dropped while {Running} runs");
        }

        Running = IInterrupts.NoInterrupt;
    }

    /// <summary>Ends an interrupt; one that is not active stays as it is.</summary>
    /// <param name="interrupt">Below 1020.</param>
    public void Deactivate(uint interrupt) => _states[interrupt].IsActive = false;

    /// <summary>Opens an interrupt.</summary>
    /// <param name="interrupt">Below 1020.</param>
    /// <param name="isEdge">Edge-triggered.</param>
    public void Open(uint interrupt, bool isEdge)
    {
        _states[interrupt].IsEdge = isEdge;
        _states[interrupt].IsEnabled = true;
    }

    /// <summary>Closes an interrupt.</summary>
    /// <param name="interrupt">Below 1020.</param>
    public void Close(uint interrupt) => _states[interrupt].IsEnabled = false;

    private uint FirstDeliverable()
    {
        for (uint interrupt = 0; interrupt < Count; interrupt++)
        {
            if (_states[interrupt].IsDeliverable) return interrupt;
        }
        return IInterrupts.NoInterrupt;
    }
}
