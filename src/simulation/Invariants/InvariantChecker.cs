// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;
using Bulkhead.Simulation.Running;

namespace Bulkhead.Simulation.Invariants;

/// <summary>
/// Looks after each event whether every invariant holds. It remembers what it saw, so that it
/// notices what should not have changed; whoever sets a system back must make it
/// <see cref="Forget"/>.
/// </summary>
public sealed class InvariantChecker
{
    /// <summary>Quick checks between two full ones, unless <see cref="FullEvery"/> says
    /// otherwise.</summary>
    public const int FullEveryDefault = 512;

    private const int SnapshotEvery = 128;

    private readonly Inspection _at;
    private readonly World? _world;
    private readonly KernelInvariant[] _invariants;
    private readonly KernelInvariant[] _remembering;
    private readonly CheckScope[] _scopes;
    private readonly bool[] _isDue = new bool[(int)CheckScope.ChangedTables + 1];
    private int _seenCount;
    private int _untilFull;
    private int _untilSnapshot;

    /// <summary>Makes a checker of a world, which tells what happened.</summary>
    /// <param name="world">The world.</param>
    public InvariantChecker(World world)
        : this(world.Machine)
    {
        _world = world;
        _seenCount = world.AppliedCount;
    }

    /// <summary>Makes a checker that looks at states only.</summary>
    /// <param name="machine">The machine.</param>
    public InvariantChecker(SimulatedMachine machine)
    {
        _at = new Inspection(machine);
        _invariants = InvariantCatalogue.Create();
        _remembering = [.. _invariants.Where(one => one.HasMemory)];
        _scopes = [.. _invariants.Select(one => one.Scope)];
    }

    /// <summary>The machine.</summary>
    public SimulatedMachine Machine => _at.Machine;

    /// <summary>A full check is made at least after so many; 0: never by itself.</summary>
    public int FullEvery { get; set; } = FullEveryDefault;

    /// <summary>Whether a check is compared with the last one.</summary>
    public bool HasMemory { get; init; } = true;

    /// <summary>Number of the only invariant to look at; 0: all.</summary>
    public int Only { get; init; }

    /// <summary>Checks after an event.</summary>
    /// <param name="running">What runs; none: idle. In a world all its CPUs are looked at.</param>
    /// <param name="depth">How much to look at.</param>
    /// <exception cref="InvariantException">Some do not hold; it names them all.</exception>
    public void Check(Link<ExecutionContext> running, CheckDepth depth)
    {
        bool isFull = depth == CheckDepth.Full || (FullEvery != 0 && --_untilFull <= 0);
        if (isFull) _untilFull = FullEvery;
        bool hasEvent = _world is not null && _world.AppliedCount == _seenCount + 1;
        SimulationEvent value = hasEvent ? _world!.Latest : default;
        _seenCount = _world?.AppliedCount ?? 0;
        if (_world is null) _at.See(running);
        else _at.See(_world.Cpu, _world.Processors);
        _at.Begin(isFull, hasEvent, in value, OtherEntries);
        for (int scope = 0; scope < _isDue.Length; scope++)
        {
            _isDue[scope] = _at.IsDue((CheckScope)scope);
        }
        int index = 0;
        try
        {
            for (; index < _invariants.Length; index++)
            {
                if (!_isDue[(int)_scopes[index]]) continue;
                if (IsWanted(_invariants[index].Number)) _invariants[index].Check(_at);
            }
        }
        catch (Exception exception) when (exception is InvariantException
            or SimulationException or IndexOutOfRangeException)
        {
            Fail(_invariants[index], exception);
        }
        Remember(depth);
    }

    /// <summary>Names the invariants that an exception out of an event breaks.</summary>
    /// <param name="exception">Whatever left the kernel.</param>
    /// <returns>The exception with their numbers.</returns>
    public static InvariantException Explain(Exception exception) => Totality.Explain(exception);

    /// <summary>Forgets what was seen: the next state is compared with nothing.</summary>
    public void Forget()
    {
        _at.Earlier.IsKnown = false;
        _at.Before.Drop();
        _seenCount = _world?.AppliedCount ?? 0;
        _untilFull = 0;
    }

    // Entries into the kernel that an event caused besides its own.
    private int OtherEntries => _world is null ? 0
        : _world.RestartCount + _world.InterruptCount;

    private bool IsWanted(int number) => Only == 0 || Only == number;

    private void Remember(CheckDepth depth)
    {
        if (_world is null || !HasMemory) return;
        foreach (KernelInvariant invariant in _remembering)
        {
            if (IsWanted(invariant.Number)) invariant.Remember(_at);
        }
        _at.Changes.Remember(_at);
        _at.Earlier.Remember(_at);
        if (depth == CheckDepth.Full || --_untilSnapshot <= 0)
        {
            _untilSnapshot = SnapshotEvery;
            _at.Before.Take(_at);
        }
        else _at.Before.Drop();
    }

    // The state is wrong: every invariant says what it thinks of it, and one that stumbles over it
    // says nothing.
    private void Fail(KernelInvariant first, Exception reason)
    {
        _at.Changes.Forget();
        List<int> numbers = [first.Number];
        foreach (KernelInvariant other in _invariants)
        {
            if (other == first || !IsWanted(other.Number)) continue;
            if (!_at.IsDue(other.Scope)) continue;
            try
            {
                other.Check(_at);
            }
            catch (InvariantException)
            {
                numbers.Add(other.Number);
            }
            catch (Exception exception) when (exception is SimulationException
                or IndexOutOfRangeException)
            {
                // What it would walk is broken.
            }
        }
        string names = string.Join(", ", numbers.Select(number => $"I{number}"));
        throw new InvariantException(numbers, $"{names}: {reason.Message}");
    }
}
