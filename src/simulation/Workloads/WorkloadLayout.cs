// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Workloads;

/// <summary>Where a workload's objects are in the partition manager's capability space: all threads
/// are in its domain, so each of them may do everything.</summary>
internal static class WorkloadLayout
{
    internal const int ThreadsMax = 38;
    internal const int CountersMax = 24;
    internal const ulong Threads = 20;
    internal const ulong Counters = 64;
    internal const ulong Shares = 140;

    /// <summary>A thread of a CPU, without time.</summary>
    internal static SimulationEvent Thread(int number, int cpu) => SimulationEvent.Call(
        Hypercall.CreateThread, Threads + (ulong)number, CpuWord(cpu) | Selectors.OwnDomain,
        NativeLayout.Utcb + ((ulong)(number + 1) * Limits.PageBytes),
        NativeLayout.Program + 0x2000, NativeLayout.Program);

    /// <summary>A semaphore of a CPU.</summary>
    internal static SimulationEvent Counter(int number, int cpu, int count) =>
        SimulationEvent.Call(
            Hypercall.CreateSemaphore, Counters + (ulong)number, CpuWord(cpu) | (uint)count);

    /// <summary>Time for a thread.</summary>
    internal static SimulationEvent Share(
        int number, int priority, ulong budget, ulong period, int partition) =>
        SimulationEvent.Call(
            Hypercall.CreateSchedulingContext, Shares + (ulong)number, Threads + (ulong)number,
            (ulong)priority, budget, period, (ulong)partition);

    /// <summary>No more time for a thread.</summary>
    internal static SimulationEvent Withdraw(int number) =>
        SimulationEvent.Call(Hypercall.Revoke, Shares + (ulong)number, 1);

    /// <summary>A window.</summary>
    internal static SimulationEvent Window(
        int schedule, int cpu, int partition, ulong ticks, bool isExclusive) =>
        SimulationEvent.Call(
            Hypercall.AddWindow, Selectors.System, (ulong)schedule, (ulong)cpu, (ulong)partition,
            ticks, isExclusive ? 1u : 0);

    private static ulong CpuWord(int cpu) => (ulong)(cpu + 1) << 32;
}
