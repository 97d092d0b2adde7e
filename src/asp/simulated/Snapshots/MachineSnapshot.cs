// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Caches;
using Bulkhead.Asp.Simulated.Interleaving;
using Bulkhead.Asp.Simulated.Paging;
using Bulkhead.Asp.Simulated.Power;
using Bulkhead.Kernel;

namespace Bulkhead.Asp.Simulated.Snapshots;

/// <summary>
/// A machine as it was between two entries: the kernel and all hardware, without what is zero. A
/// snapshot can be restored any number of times, also into another machine of the same options, and
/// be used again for another moment. <see cref="SimulatedProcessor"/> has its own part, see
/// <see cref="SimulatedProcessor.Resume"/>.
/// </summary>
public sealed class MachineSnapshot
{
    private const int VisibleCount = KernelState.TablePagesMax * 512;

    private readonly SparseState _state = new();
    private readonly List<(ulong Page, ulong[] Words)> _pages = [];
    private readonly CacheModel _caches;
    private readonly RestartTable _restarts = new();
    private readonly SimulatedCpu[] _cpus;
    private readonly TranslationCache[] _translations;
    private readonly InterruptController _interrupts;
    private readonly SimulatedClock _clock;
    private readonly PowerController _powers;
    private readonly ulong[] _recent = new ulong[StageTwoWalker.RecentMax];
    private ulong[]? _visible;
    private readonly ushort[] _spaces = new ushort[KernelState.TablePagesMax];
    private int[] _removed = [];
    private bool _isDrained;
    private uint _recentCount;
    private ulong _choiceState;
    private int _executing;
    private int _consoleLength;
    private int _invalidationCount;
    private PowerState _power;

    /// <summary>Takes a snapshot.</summary>
    /// <param name="machine">The machine.</param>
    public MachineSnapshot(SimulatedMachine machine)
    {
        int count = machine.Cpus.Length;
        _cpus = new SimulatedCpu[count];
        _translations = new TranslationCache[count];
        for (int cpu = 0; cpu < count; cpu++)
        {
            _cpus[cpu] = new SimulatedCpu(cpu);
            _translations[cpu] = new TranslationCache();
        }
        _caches = new CacheModel(machine, count);
        _interrupts = new InterruptController(count);
        _clock = new SimulatedClock(count);
        _powers = new PowerController(machine, count);
        Save(machine);
    }

    /// <summary>Bytes of the kernel's part.</summary>
    public int StateLength => _state.Length;

    /// <summary>Takes another snapshot in the place of this one.</summary>
    /// <param name="machine">The machine.</param>
    public void Save(SimulatedMachine machine)
    {
        _state.Save(machine);
        _pages.Clear();
        machine.Memory.CopyTo(_pages);
        _caches.CopyFrom(machine.Caches);
        _restarts.CopyFrom(machine.Restarts);
        for (int cpu = 0; cpu < _cpus.Length; cpu++)
        {
            _cpus[cpu].CopyFrom(machine.Cpus[cpu]);
            _translations[cpu].CopyFrom(machine.Walker.Caches[cpu]);
        }
        _interrupts.CopyFrom(machine.Interrupts);
        _clock.CopyFrom(machine.Clock);
        _powers.CopyFrom(machine.PowerController);
        _recentCount = machine.Walker.SaveRecent(_recent);
        SaveTables(machine.Tables);
        _choiceState = machine.Choice is SeededChoice seeded ? seeded.State : 0;
        _executing = machine.Executing.Number;
        _consoleLength = machine.Console.Length;
        _invalidationCount = machine.InvalidationCount;
        _power = machine.Power;
    }

    /// <summary>Makes the machine what it was. Its console loses what was written since; a scripted
    /// choice and what interleaves keep their own state.</summary>
    /// <param name="machine">The machine, or one of the same number of CPUs.</param>
    public void Restore(SimulatedMachine machine)
    {
        _state.Restore(machine);
        machine.Memory.CopyFrom(_pages);
        machine.Caches.CopyFrom(_caches);
        machine.Restarts.CopyFrom(_restarts);
        for (int cpu = 0; cpu < _cpus.Length; cpu++) machine.Cpus[cpu].CopyFrom(_cpus[cpu]);
        machine.Interrupts.CopyFrom(_interrupts);
        machine.Clock.CopyFrom(_clock);
        machine.PowerController.CopyFrom(_powers);
        machine.Walker.Restore(_translations, _recent, _recentCount);
        if (_isDrained) machine.Tables.Adopt();
        else machine.Tables.Restore(_visible, _spaces, _removed);
        if (machine.Choice is SeededChoice seeded) seeded.State = _choiceState;
        machine.MakeCurrent(_executing);
        if (machine.Console.Length > _consoleLength) machine.Console.Length = _consoleLength;
        machine.InvalidationCount = _invalidationCount;
        machine.Power = _power;
    }

    // Between two entries the walkers nearly always see what the kernel wrote.
    private void SaveTables(PublishedTables tables)
    {
        _isDrained = tables.IsDrained();
        if (_isDrained) return;
        _visible ??= new ulong[VisibleCount];
        tables.CopyVisible(_visible, _spaces);
        _removed = tables.Removed.ToArray();
    }
}
