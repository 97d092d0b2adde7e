// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;

namespace Bulkhead.Asp.Simulated.Interrupts;

/// <summary>
/// Interrupts between their sender and the controller of their CPU: those from CPU to CPU, and
/// those of devices that are late. While they are held back they arrive when something lets them,
/// in any order.
/// </summary>
public sealed class InterruptFlights : IHardwareActor
{
    private readonly InterruptController _controller;
    private readonly List<Flight> _flights = [];

    internal InterruptFlights(InterruptController controller) => _controller = controller;

    private readonly record struct Flight(uint Interrupt, int Cpu);

    /// <summary>Whether interrupts from CPU to CPU take their time; else they arrive at
    /// once.</summary>
    public bool IsHeldBack { get; set; }

    /// <summary>Interrupts on their way.</summary>
    public int Count => _flights.Count;

    /// <summary>A device's interrupt that will be late.</summary>
    /// <param name="interrupt">Below 1020.</param>
    /// <param name="cpu">Whose, for a private one.</param>
    public void Hold(uint interrupt, int cpu = 0) => _flights.Add(new Flight(interrupt, cpu));

    /// <summary>One arrives.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1, in the order of departure.</param>
    public void Arrive(int index)
    {
        Flight flight = _flights[index];
        _flights.RemoveAt(index);
        Deliver(flight);
    }

    /// <summary>All arrive, in the order of departure.</summary>
    public void ArriveAll()
    {
        while (_flights.Count != 0) Arrive(0);
    }

    /// <summary>Those to one CPU arrive that are the same interrupt.</summary>
    /// <param name="interrupt">Below 1020.</param>
    /// <param name="cpu">The CPU.</param>
    public void ArriveAt(uint interrupt, int cpu)
    {
        if (_flights.Remove(new Flight(interrupt, cpu))) Deliver(new Flight(interrupt, cpu));
    }

    /// <summary>Whether an interrupt is on its way to a CPU.</summary>
    /// <param name="interrupt">Below 1020.</param>
    /// <param name="cpu">The CPU.</param>
    /// <returns>Whether it is.</returns>
    public bool Has(uint interrupt, int cpu) => _flights.Contains(new Flight(interrupt, cpu));

    /// <inheritdoc/>
    public int CountActions(SimulatedMachine machine) => _flights.Count;

    /// <inheritdoc/>
    public void Act(SimulatedMachine machine, int action, IChoice choice) => Arrive(action);

    internal void Depart(uint interrupt, int cpu)
    {
        Flight flight = new(interrupt, cpu);
        if (!IsHeldBack) Deliver(flight);
        // Between the same two ends a second one merges with the first.
        else if (!_flights.Contains(flight)) _flights.Add(flight);
    }

    internal void CopyFrom(InterruptFlights other)
    {
        IsHeldBack = other.IsHeldBack;
        _flights.Clear();
        _flights.AddRange(other._flights);
    }

    private void Deliver(Flight flight)
    {
        if (flight.Interrupt < InterruptController.SoftwareMax)
        {
            _controller.Pend(flight.Interrupt, true, flight.Cpu);
        }
        else _controller.Raise(flight.Interrupt, flight.Cpu);
    }
}
