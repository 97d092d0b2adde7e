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
    private System.Threading.Thread[] _threads = [];
    private bool _isDismissed;
    private bool[] _isDone = [];
    private bool[] _isWaiting = [];
    private int[] _candidates = [];
    private Exception? _failure;
    private int _inside = Nobody;
    private int _aloneCount;

    /// <summary>Whether one CPU at a time may be in the kernel.</summary>
    public bool HasDoor { get; init; } = true;

    /// <summary>The points where a choice says who goes on, a bit each; by default all. Whoever
    /// waits for another CPU lets it go on anyway.</summary>
    public ulong Points { get; set; } = ulong.MaxValue;

    /// <summary>Handovers after which a run has failed: somebody waits for ever. As often a CPU
    /// that waits may be left alone.</summary>
    public int HandoversMax { get; init; } = int.MaxValue;

    /// <summary>Whether the threads stay for the next run, until <see cref="Dismiss"/>.</summary>
    public bool StaysTogether { get; init; }

    /// <summary>Whether CPUs that let others go on do so from the last to the first.</summary>
    public bool IsBackward { get; set; }

    /// <summary>The CPU that begins, and those who wait let others go on in turn; negative: a
    /// choice says.</summary>
    public int First { get; set; } = Nobody;

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
        _isDone = new bool[count];
        _isWaiting = new bool[count];
        _candidates = new int[count];
        _failure = null;
        _inside = Nobody;
        HandoverCount = _aloneCount = 0;
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
        if (point == OrderingPoint.Relax) HandOver(cpu, isWaiting: true);
        else if (((Points >> (int)point) & 1) != 0) HandOver(cpu);
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

    /// <summary>Ends the host threads of a team that stays together.</summary>
    public void Dismiss()
    {
        _isDismissed = true;
        foreach (System.Threading.SemaphoreSlim baton in _batons) baton.Release();
        foreach (System.Threading.Thread thread in _threads) thread.Join();
        foreach (System.Threading.SemaphoreSlim baton in _batons) baton.Dispose();
        _batons = [];
        _threads = [];
    }

    private void RunThreads(int count)
    {
        if (_threads.Length != count) Gather(count);
        if (First == Nobody) PassOn(Nobody);
        else _batons[First].Release();
        // The last baton is that of whoever waits for the end.
        _batons[count].Wait();
        if (!StaysTogether) Dismiss();
    }

    // The same threads serve run after run.
    private void Gather(int count)
    {
        Dismiss();
        _isDismissed = false;
        _batons = new System.Threading.SemaphoreSlim[count + 1];
        _batons[count] = new System.Threading.SemaphoreSlim(0);
        _threads = new System.Threading.Thread[count];
        for (int index = 0; index < count; index++)
        {
            int cpu = index;
            _batons[cpu] = new System.Threading.SemaphoreSlim(0);
            _threads[cpu] = new System.Threading.Thread(() => Serve(cpu)) { IsBackground = true };
            _threads[cpu].Start();
        }
    }

    private void Serve(int cpu)
    {
        while (true)
        {
            _batons[cpu].Wait();
            if (_isDismissed) return;
            RunProgram(cpu);
        }
    }

    private void RunProgram(int cpu)
    {
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

    private void HandOver(int cpu, bool isWaiting = false)
    {
        int next = Next(cpu, isWaiting);
        if (next == cpu)
        {
            if (isWaiting && ++_aloneCount > HandoversMax) throw new LeftAloneException(cpu);
            return;
        }
        _aloneCount = 0;
        if (++HandoverCount > HandoversMax)
        {
            throw new SimulationException("the CPUs wait for each other for ever");
        }
        _batons[next].Release();
        _batons[cpu].Wait();
        // After a failure everybody leaves where they are.
        if (_failure is not null) throw new SimulationException("another CPU failed");
        machine.MakeCurrent(cpu);
    }

    private void PassOn(int cpu)
    {
        int next = Next(cpu, isWaiting: true);
        _batons[next == Nobody ? _threads.Length : next].Release();
    }

    // The one that has the baton keeps it in the plain course of events.
    private int Next(int cpu, bool isWaiting)
    {
        if (isWaiting && First != Nobody) return InTurn(cpu);
        int count = 0;
        if (cpu != Nobody && !isWaiting && CanGoOn(cpu)) _candidates[count++] = cpu;
        for (int other = 0; other < _isDone.Length; other++)
        {
            if (other != cpu && CanGoOn(other)) _candidates[count++] = other;
        }
        if (count == 0) return isWaiting && cpu != Nobody && CanGoOn(cpu) ? cpu : Nobody;
        return _candidates[choice.Choose(count, ChoicePoint.Cpu)];
    }

    // Whoever waits lets the others go on one after the other: none is left out.
    private int InTurn(int cpu)
    {
        int count = _isDone.Length;
        for (int step = 1; step <= count; step++)
        {
            int other = (cpu + (step * (IsBackward ? count - 1 : 1))) % count;
            if (CanGoOn(other)) return other;
        }
        return Nobody;
    }

    private bool CanGoOn(int cpu) =>
        !_isDone[cpu] && (!_isWaiting[cpu] || _inside == Nobody || _failure is not null);
}
