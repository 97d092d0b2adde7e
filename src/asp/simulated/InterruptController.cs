// SPDX-License-Identifier: MIT
using System.Numerics;
using Bulkhead.Asp.Simulated.Interrupts;
using Bulkhead.Kernel.Seams;

namespace Bulkhead.Asp.Simulated;

/// <summary>
/// The physical interrupt controller with a split end of interrupt: one distributor, and for each
/// CPU its private interrupts and its interface. Taking an interrupt makes it active and masks what
/// is not more urgent, dropping the priority lets the others in, deactivating ends it. Breaking
/// that order is an error of the kernel and throws. Ids below 32 are a CPU's own.
/// </summary>
public sealed class InterruptController
{
    /// <summary>First id that is not private to a CPU.</summary>
    public const uint FirstShared = 32;

    /// <summary>Ids below this are sent by software from CPU to CPU.</summary>
    public const uint SoftwareMax = 16;

    private const int WordCount = 16;
    private const int Count = (int)IInterrupts.InterruptIdsMax;

    private readonly InterruptBank _shared = new(WordCount);
    private readonly InterruptBank[] _private;
    private readonly CpuInterface[] _interfaces;
    private readonly byte[] _targets = new byte[Count];
    private ulong _routeCount;

    /// <summary>A controller with nothing open.</summary>
    /// <param name="cpuCount">CPUs.</param>
    public InterruptController(int cpuCount = 1)
    {
        _private = new InterruptBank[cpuCount];
        _interfaces = new CpuInterface[cpuCount];
        for (int cpu = 0; cpu < cpuCount; cpu++)
        {
            _private[cpu] = new InterruptBank(1);
            _interfaces[cpu] = new CpuInterface();
        }
        Flights = new InterruptFlights(this);
    }

    /// <summary>Grows whenever an interrupt, one of the first CPU or one that is shared, may be
    /// opened or closed, become active or not, or go to another CPU.</summary>
    public ulong Version => _shared.Version + _private[0].Version + _routeCount;

    /// <summary>Interrupts that are on their way.</summary>
    public InterruptFlights Flights { get; }

    /// <summary>CPUs.</summary>
    public int CpuCount => _private.Length;

    /// <summary>The interrupt whose priority masks the others on CPU 0, or none.</summary>
    public uint Running => _interfaces[0].Running;

    /// <summary>Whether CPU 0 could take one now.</summary>
    public bool HasDeliverable => IsDeliverable(0);

    /// <summary>State of an interrupt, a private one as CPU 0 has it.</summary>
    /// <param name="interrupt">Below 1020.</param>
    /// <returns>A copy.</returns>
    public InterruptState this[uint interrupt] => StateOf(interrupt, 0);

    /// <summary>State of an interrupt.</summary>
    /// <param name="interrupt">Below 1020.</param>
    /// <param name="cpu">Whose, for a private one.</param>
    /// <returns>A copy.</returns>
    public InterruptState StateOf(uint interrupt, int cpu) => BankOf(interrupt, cpu)[interrupt];

    /// <summary>Whether a CPU could take an interrupt now.</summary>
    /// <param name="cpu">The CPU.</param>
    /// <returns>Whether it could; true as well for one that will turn out spurious.</returns>
    public bool IsDeliverable(int cpu)
    {
        if ((_private[cpu].ReadyWords | _shared.ReadyWords) == 0
            && _interfaces[cpu].SpuriousCount == 0) return false;
        return _interfaces[cpu].SpuriousCount != 0 || Find(cpu) != IInterrupts.NoInterrupt;
    }

    /// <summary>A device signals: latches an edge, or raises the line.</summary>
    /// <param name="interrupt">Below 1020.</param>
    /// <param name="cpu">Whose, for a private one.</param>
    public void Raise(uint interrupt, int cpu = 0) => BankOf(interrupt, cpu).Raise(interrupt);

    /// <summary>A device is satisfied: lowers its line.</summary>
    /// <param name="interrupt">Below 1020.</param>
    /// <param name="cpu">Whose, for a private one.</param>
    public void Lower(uint interrupt, int cpu = 0) => BankOf(interrupt, cpu).Lower(interrupt);

    /// <summary>Software makes an interrupt pending or not (ISPENDR, ICPENDR).</summary>
    /// <param name="interrupt">Below 1020.</param>
    /// <param name="isPending">Whether it is to be pending.</param>
    /// <param name="cpu">Whose, for a private one.</param>
    public void Pend(uint interrupt, bool isPending, int cpu = 0) =>
        BankOf(interrupt, cpu).Pend(interrupt, isPending);

    /// <summary>Software makes an interrupt active or inactive (ISACTIVER, ICACTIVER).</summary>
    /// <param name="interrupt">Below 1020.</param>
    /// <param name="isActive">Whether it is to be active.</param>
    /// <param name="cpu">Whose, for a private one.</param>
    public void Activate(uint interrupt, bool isActive, int cpu = 0) =>
        BankOf(interrupt, cpu).SetActive(interrupt, isActive);

    /// <summary>Sets a priority; all begin equal.</summary>
    /// <param name="interrupt">Below 1020.</param>
    /// <param name="priority">0 most urgent.</param>
    /// <param name="cpu">Whose, for a private one.</param>
    public void SetPriority(uint interrupt, byte priority, int cpu = 0) =>
        BankOf(interrupt, cpu).SetPriority(interrupt, priority);

    /// <summary>Sends a shared interrupt to another CPU from now on.</summary>
    /// <param name="interrupt">32 to 1019.</param>
    /// <param name="cpu">The CPU; at first it is 0.</param>
    public void Route(uint interrupt, int cpu)
    {
        _targets[interrupt] = (byte)cpu;
        _routeCount++;
    }

    /// <summary>The CPU that a shared interrupt is sent to.</summary>
    /// <param name="interrupt">32 to 1019.</param>
    /// <returns>The CPU.</returns>
    public int TargetOf(uint interrupt) => _targets[interrupt];

    /// <summary>A CPU sends a software interrupt (ICC_SGI1R).</summary>
    /// <param name="targets">CPUs, a bit each; those that are not there are ignored.</param>
    /// <param name="interrupt">0 to 15.</param>
    /// <exception cref="SimulationException">It is not a software interrupt.</exception>
    public void Send(uint targets, uint interrupt)
    {
        if (interrupt >= SoftwareMax)
        {
            throw new SimulationException($"{interrupt} is no software interrupt");
        }
        for (int cpu = 0; cpu < CpuCount; cpu++)
        {
            if (((targets >> cpu) & 1) != 0) Flights.Depart(interrupt, cpu);
        }
    }

    /// <summary>A fault: the next acknowledgement finds nothing.</summary>
    /// <param name="cpu">The CPU.</param>
    public void MakeSpurious(int cpu = 0) => _interfaces[cpu].SpuriousCount++;

    /// <summary>A fault: an interrupt comes twice. It is pending again right after it was taken the
    /// next time.</summary>
    /// <param name="interrupt">Below 1020.</param>
    /// <param name="cpu">Whose, for a private one.</param>
    public void Repeat(uint interrupt, int cpu = 0) => BankOf(interrupt, cpu).Repeat(interrupt);

    /// <summary>A CPU takes the most urgent interrupt, of equal ones the lowest.</summary>
    /// <param name="cpu">The CPU.</param>
    /// <returns>It, or <see cref="IInterrupts.NoInterrupt"/>.</returns>
    public uint Acknowledge(int cpu = 0)
    {
        if (_interfaces[cpu].SpuriousCount != 0)
        {
            _interfaces[cpu].SpuriousCount--;
            return IInterrupts.NoInterrupt;
        }
        uint interrupt = Find(cpu);
        if (interrupt == IInterrupts.NoInterrupt) return interrupt;
        InterruptBank bank = BankOf(interrupt, cpu);
        bank.Take(interrupt);
        _interfaces[cpu].Begin(interrupt, bank.PriorityOf(interrupt));
        return interrupt;
    }

    /// <summary>Lets others in again.</summary>
    /// <param name="interrupt">The one that runs.</param>
    /// <param name="cpu">The CPU.</param>
    /// <exception cref="SimulationException">It is not the one that runs.</exception>
    public void DropPriority(uint interrupt, int cpu = 0) => _interfaces[cpu].Drop(interrupt);

    /// <summary>Sets below which urgency nothing is delivered to a CPU (ICC_PMR).</summary>
    /// <param name="priority">Less urgent ones and this are masked; 255: none.</param>
    /// <param name="cpu">The CPU.</param>
    public void Mask(byte priority, int cpu = 0) => _interfaces[cpu].Mask = priority;

    /// <summary>Ends an interrupt; one that is not active stays as it is.</summary>
    /// <param name="interrupt">Below 1020.</param>
    /// <param name="cpu">Whose, for a private one.</param>
    public void Deactivate(uint interrupt, int cpu = 0) =>
        BankOf(interrupt, cpu).SetActive(interrupt, false);

    /// <summary>Opens an interrupt.</summary>
    /// <param name="interrupt">Below 1020.</param>
    /// <param name="isEdge">Edge-triggered.</param>
    /// <param name="cpu">Whose, for a private one.</param>
    public void Open(uint interrupt, bool isEdge, int cpu = 0) =>
        BankOf(interrupt, cpu).Open(interrupt, isEdge);

    /// <summary>Closes an interrupt.</summary>
    /// <param name="interrupt">Below 1020.</param>
    /// <param name="cpu">Whose, for a private one.</param>
    public void Close(uint interrupt, int cpu = 0) => BankOf(interrupt, cpu).Close(interrupt);

    internal void Put(uint interrupt, InterruptState state, int cpu = 0) =>
        BankOf(interrupt, cpu).Put(interrupt, state);

    internal void SetLines(int cpu, ulong lines, ulong raised) =>
        _private[cpu].SetLines(lines, raised);

    internal void CopyFrom(InterruptController other)
    {
        _shared.CopyFrom(other._shared);
        for (int cpu = 0; cpu < CpuCount; cpu++)
        {
            _private[cpu].CopyFrom(other._private[cpu]);
            _interfaces[cpu].CopyFrom(other._interfaces[cpu]);
        }
        other._targets.CopyTo(_targets, 0);
        _routeCount++;
        Flights.CopyFrom(other.Flights);
    }

    private InterruptBank BankOf(uint interrupt, int cpu) =>
        interrupt < FirstShared ? _private[cpu] : _shared;

    private uint Find(int cpu)
    {
        CpuInterface port = _interfaces[cpu];
        uint found = IInterrupts.NoInterrupt;
        int urgency = port.Threshold;
        InterruptBank own = _private[cpu];
        if (own.ReadyWords != 0) Improve(own, 0, cpu, ref found, ref urgency);
        for (uint words = _shared.ReadyWords; words != 0; words &= words - 1)
        {
            int word = BitOperations.TrailingZeroCount(words);
            Improve(_shared, word, cpu, ref found, ref urgency);
        }
        return found;
    }

    private void Improve(
        InterruptBank bank, int word, int cpu, ref uint found, ref int urgency)
    {
        for (ulong bits = bank.ReadyIn(word); bits != 0; bits &= bits - 1)
        {
            uint interrupt = (uint)((word * 64) + BitOperations.TrailingZeroCount(bits));
            if (_targets[interrupt] != cpu && interrupt >= FirstShared) continue;
            int priority = bank.PriorityOf(interrupt);
            if (priority >= urgency) continue;
            urgency = priority;
            found = interrupt;
        }
    }
}
