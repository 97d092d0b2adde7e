// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;

namespace Bulkhead.Asp.Simulated.Power;

/// <summary>
/// The firmware's power interface (PSCI 1.1) for the machine's own CPUs. Starting and stopping take
/// time: they finish when hardware gets its turn, so that every order of calls can be met.
/// </summary>
public sealed class PowerController : IHardwareActor
{
    private readonly SimulatedMachine _machine;
    private readonly CpuPower[] _powers;
    private readonly ulong[] _entries;
    private readonly ulong[] _contexts;

    internal PowerController(SimulatedMachine machine, int cpuCount)
    {
        _machine = machine;
        _powers = new CpuPower[cpuCount];
        _entries = new ulong[cpuCount];
        _contexts = new ulong[cpuCount];
        Reset();
    }

    /// <summary>First address of memory where a CPU may begin.</summary>
    public ulong MemoryStart { get; set; } = 0x4000_0000;

    /// <summary>Its end.</summary>
    public ulong MemoryEnd { get; set; } = 0x8000_0000;

    /// <summary>A fault: so many of the next starts fail.</summary>
    public int FailureCount { get; set; }

    /// <summary>Power of a CPU.</summary>
    /// <param name="cpu">The CPU.</param>
    /// <returns>Its power.</returns>
    public CpuPower this[int cpu] => _powers[cpu];

    /// <summary>Where a CPU was told to begin.</summary>
    /// <param name="cpu">The CPU.</param>
    /// <returns>First instruction, and the value of its first register.</returns>
    public (ulong Entry, ulong Context) StartOf(int cpu) => (_entries[cpu], _contexts[cpu]);

    /// <summary>CPU_ON (PSCI 5.6).</summary>
    /// <param name="affinity">The CPU: its number in affinity level 0.</param>
    /// <param name="entry">First instruction.</param>
    /// <param name="context">Value of its first register.</param>
    /// <returns>Success, or why not.</returns>
    public PowerStatus Start(ulong affinity, ulong entry, ulong context)
    {
        if (affinity >= (ulong)_powers.Length) return PowerStatus.InvalidParameters;
        int cpu = (int)affinity;
        if (_powers[cpu] is CpuPower.On or CpuPower.Stopping) return PowerStatus.AlreadyOn;
        if (_powers[cpu] == CpuPower.OnPending) return PowerStatus.OnPending;
        bool isInMemory = entry >= MemoryStart && entry < MemoryEnd && (entry & 3) == 0;
        if (!isInMemory) return PowerStatus.InvalidAddress;
        if (FailureCount != 0)
        {
            FailureCount--;
            return PowerStatus.InternalFailure;
        }
        _entries[cpu] = entry;
        _contexts[cpu] = context;
        _powers[cpu] = CpuPower.OnPending;
        return PowerStatus.Success;
    }

    /// <summary>CPU_OFF of the calling CPU (PSCI 5.5): does not return on hardware.</summary>
    /// <param name="cpu">The CPU.</param>
    /// <returns>Success; denied for one that does not run.</returns>
    public PowerStatus Stop(int cpu)
    {
        if (_powers[cpu] != CpuPower.On) return PowerStatus.Denied;
        _powers[cpu] = CpuPower.Stopping;
        return PowerStatus.Success;
    }

    /// <summary>AFFINITY_INFO (PSCI 5.7).</summary>
    /// <param name="affinity">The CPU.</param>
    /// <param name="level">Lowest affinity level asked for; only 0 is known.</param>
    /// <param name="power">On, off, or on its way up.</param>
    /// <returns>Success, or why not.</returns>
    public PowerStatus Ask(ulong affinity, ulong level, out CpuPower power)
    {
        power = CpuPower.Off;
        if (affinity >= (ulong)_powers.Length || level != 0) return PowerStatus.InvalidParameters;
        power = _powers[(int)affinity];
        if (power == CpuPower.Stopping) power = CpuPower.On;
        return PowerStatus.Success;
    }

    /// <summary>SYSTEM_OFF or SYSTEM_RESET.</summary>
    /// <param name="isReset">Restart.</param>
    public void End(bool isReset) => _machine.Power = isReset ? PowerState.Reset : PowerState.Off;

    /// <summary>A CPU finishes what it began: it runs, or is off.</summary>
    /// <param name="cpu">The CPU.</param>
    /// <exception cref="SimulationException">It has nothing to finish.</exception>
    public void Finish(int cpu) => _powers[cpu] = _powers[cpu] switch
    {
        CpuPower.OnPending => CpuPower.On,
        CpuPower.Stopping => CpuPower.Off,
        _ => throw new SimulationException($"CPU {cpu} is neither starting nor stopping"),
    };

    /// <inheritdoc/>
    public int CountActions(SimulatedMachine machine)
    {
        int count = 0;
        foreach (CpuPower power in _powers)
        {
            if (power is CpuPower.OnPending or CpuPower.Stopping) count++;
        }
        return count;
    }

    /// <inheritdoc/>
    public void Act(SimulatedMachine machine, int action, IChoice choice)
    {
        for (int cpu = 0; cpu < _powers.Length; cpu++)
        {
            if (_powers[cpu] is not (CpuPower.OnPending or CpuPower.Stopping)) continue;
            if (action-- != 0) continue;
            Finish(cpu);
            return;
        }
    }

    internal void Reset()
    {
        Array.Fill(_powers, CpuPower.Off);
        _powers[0] = CpuPower.On;
    }

    internal void CopyFrom(PowerController other)
    {
        other._powers.CopyTo(_powers, 0);
        other._entries.CopyTo(_entries, 0);
        other._contexts.CopyTo(_contexts, 0);
        FailureCount = other.FailureCount;
    }
}
