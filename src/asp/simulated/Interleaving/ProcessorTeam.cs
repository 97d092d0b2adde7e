// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated.Interleaving;

/// <summary>
/// Programs of several CPUs, one host thread each, of which exactly one goes on at a time: whoever
/// holds the baton. At each ordering point a choice says who holds it next, so that one sequence of
/// choices is one interleaving, and the same every time.
/// </summary>
/// <remarks>
/// As the kernel stands, its entries are one at a time: a CPU that wants to enter while another is
/// inside waits at the door, and the others go on meanwhile. A kernel with its own locks opens the
/// door (<see cref="HasDoor"/>); its entries then interleave at every ordering point.
/// </remarks>
/// <param name="machine">The machine; its <see cref="SimulatedMachine.Interleaving"/> is the team's
/// while it runs.</param>
/// <param name="choice">Who decides.</param>
public sealed class ProcessorTeam(SimulatedMachine machine, IChoice choice) : IInterleaving
{
    private const int Nobody = -1;

    private readonly List<Action> _programs = [];
    private System.Threading.SemaphoreSlim[] _batons = [];
    private bool[] _isDone = [];
    private bool[] _isWaiting = [];
    private int[] _candidates = [];
    private Exception? _failure;
    private int _inside = Nobody;

    /// <summary>Whether one CPU at a time may be in the kernel.</summary>
    public bool HasDoor { get; init; } = true;

    /// <summary>Hardware that acts at ordering points besides; null: none.</summary>
    public IInterleaving? Hardware { get; init; }

    /// <summary>How often the baton changed hands.</summary>
    public int HandoverCount { get; private set; }

    /// <summary>How often a CPU waited at the door.</summary>
    public int WaitCount { get; private set; }

    /// <summary>Adds the program of the next CPU, from 0.</summary>
    /// <param name="program">What it does; it makes entries through its
    /// <see cref="SimulatedProcessor"/>.</param>
    /// <returns>This team.</returns>
    public ProcessorTeam With(Action program)
    {
        _programs.Add(program);
        return this;
    }

    /// <summary>Runs all programs to their end.</summary>
    /// <exception cref="SimulationException">There are more programs than CPUs, or a program
    /// failed: then its exception is inside.</exception>
    public void Run()
    {
        int count = _programs.Count;
        if (count > machine.Cpus.Length)
        {
            throw new SimulationException($"{count} programs for {machine.Cpus.Length} CPUs");
        }
        _batons = new System.Threading.SemaphoreSlim[count];
        _isDone = new bool[count];
        _isWaiting = new bool[count];
        _candidates = new int[count];
        _failure = null;
        _inside = Nobody;
        IInterleaving? before = machine.Interleaving;
        machine.Interleaving = this;
        RunThreads(count);
        machine.Interleaving = before;
        machine.MakeCurrent(0);
        if (_failure is null) return;
        throw new SimulationException($"a program failed: {_failure.Message}", _failure);
    }

    /// <inheritdoc/>
    public void At(SimulatedMachine machine, OrderingPoint point)
    {
        int cpu = machine.Executing.Number;
        if (point == OrderingPoint.Exit && _inside == cpu) _inside = Nobody;
        Hardware?.At(machine, point);
        HandOver(cpu);
        if (point != OrderingPoint.Entry || !HasDoor) return;
        while (_inside != Nobody)
        {
            WaitCount++;
            _isWaiting[cpu] = true;
            HandOver(cpu);
        }
        _isWaiting[cpu] = false;
        _inside = cpu;
    }

    private void RunThreads(int count)
    {
        var threads = new System.Threading.Thread[count];
        for (int index = 0; index < count; index++)
        {
            int cpu = index;
            _batons[cpu] = new System.Threading.SemaphoreSlim(0);
            threads[cpu] = new System.Threading.Thread(() => RunProgram(cpu));
            threads[cpu].Start();
        }
        PassOn(Nobody);
        foreach (System.Threading.Thread thread in threads) thread.Join();
        foreach (System.Threading.SemaphoreSlim baton in _batons) baton.Dispose();
    }

    private void RunProgram(int cpu)
    {
        _batons[cpu].Wait();
        try
        {
            if (_failure is null)
            {
                machine.MakeCurrent(cpu);
                _programs[cpu]();
            }
        }
        catch (Exception exception)
        {
            _failure ??= exception;
        }
        if (_inside == cpu) _inside = Nobody;
        _isDone[cpu] = true;
        PassOn(cpu);
    }

    private void HandOver(int cpu)
    {
        int next = Next(cpu);
        if (next == cpu) return;
        HandoverCount++;
        _batons[next].Release();
        _batons[cpu].Wait();
        // After a failure everybody leaves where they are.
        if (_failure is not null) throw new SimulationException("another CPU failed");
        machine.MakeCurrent(cpu);
    }

    private void PassOn(int cpu)
    {
        int next = Next(cpu);
        if (next != Nobody) _batons[next].Release();
    }

    // The one that has the baton keeps it in the plain course of events.
    private int Next(int cpu)
    {
        int count = 0;
        if (cpu != Nobody && CanGoOn(cpu)) _candidates[count++] = cpu;
        for (int other = 0; other < _isDone.Length; other++)
        {
            if (other != cpu && CanGoOn(other)) _candidates[count++] = other;
        }
        return count == 0 ? Nobody : _candidates[choice.Choose(count, ChoicePoint.Cpu)];
    }

    private bool CanGoOn(int cpu) =>
        !_isDone[cpu] && (!_isWaiting[cpu] || _inside == Nobody || _failure is not null);
}
