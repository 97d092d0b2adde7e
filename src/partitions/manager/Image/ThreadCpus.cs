// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Partitions.Manager;

/// <summary>On which CPUs threads run: sets of CPUs, bit n for CPU n.</summary>
public static class ThreadCpus
{
    /// <summary>CPUs that a partition has threads on: its main thread's, its server threads' and
    /// those that it declares.</summary>
    /// <param name="view">The image.</param>
    /// <param name="id">Partition id.</param>
    /// <returns>The set.</returns>
    public static uint Of(in ImageView view, uint id)
    {
        ref readonly PartitionRecord partition = ref view.Partition(id);
        uint cpus = BitOf(partition.Cpu) | partition.ServerCpus;
        for (uint number = 1; number <= view.ThreadCount(id); number++)
        {
            cpus |= BitOf(view.Thread(id, number).Cpu);
        }
        return cpus;
    }

    /// <summary>CPUs that any thread runs on, the manager's main thread on the first
    /// included.</summary>
    /// <param name="view">The image.</param>
    /// <returns>The set.</returns>
    public static uint OfAll(in ImageView view)
    {
        uint cpus = BitOf(0);
        for (uint id = 0; id < view.Header.Partitions.Count; id++) cpus |= Of(in view, id);
        return cpus;
    }

    /// <summary>Whether a CPU is in a set.</summary>
    /// <param name="cpus">The set.</param>
    /// <param name="cpu">The CPU, below 32.</param>
    /// <returns>True when it is.</returns>
    public static bool Has(uint cpus, uint cpu) => (cpus & BitOf(cpu)) != 0;

    /// <summary>Counts the CPUs of a set.</summary>
    /// <param name="cpus">The set.</param>
    /// <returns>Their number.</returns>
    public static uint Count(uint cpus)
    {
        uint count = 0;
        for (uint cpu = 0; cpu < Limits.CpusMax; cpu++) count += (cpus >> (int)cpu) & 1;
        return count;
    }

    /// <summary>The set of one CPU.</summary>
    /// <param name="cpu">The CPU, below 32.</param>
    /// <returns>The set.</returns>
    public static uint BitOf(uint cpu) => 1u << (int)cpu;
}
