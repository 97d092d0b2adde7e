// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Integration.Layout;

/// <summary>
/// A pool of the kernel: things of one kind, which all partitions share. The kernel refuses what it
/// has no room for when the system starts; the tool does so before.
/// </summary>
/// <param name="Things">What is in it, as a message names several of them.</param>
/// <param name="Capacity">How many there are.</param>
/// <param name="Remedy">What a system can do without.</param>
public sealed record KernelPool(string Things, int Capacity, string Remedy)
{
    private const string FewerThreads =
        "declare fewer `threads` (each takes two, and one more for the main thread beside them), "
        + "or use fewer processors or partitions";

    /// <summary>Execution contexts: threads and virtual processors.</summary>
    public static KernelPool Contexts { get; } = new("execution contexts", 48, FewerThreads);

    /// <summary>Message pages, one per thread.</summary>
    public static KernelPool MessagePages { get; } = new("message pages", 40, FewerThreads);

    /// <summary>Virtual processors.</summary>
    public static KernelPool VirtualCpus { get; } = new(
        "virtual processors", 16, "lower `cpus` of the virtual machines, or remove one");

    /// <summary>Scheduling contexts.</summary>
    public static KernelPool SchedulingContexts { get; } = new(
        "scheduling contexts", 48, "use fewer `threads`, virtual processors or partitions");

    /// <summary>Portals.</summary>
    public static KernelPool Portals { get; } = new(
        "portals", 192, "use fewer virtual processors, channels, processors or `threads`");

    /// <summary>Semaphores, without those that programs make.</summary>
    public static KernelPool Semaphores { get; } = new(
        "semaphores", 96, "use fewer `threads`, processors, or devices with interrupts");

    /// <summary>Run queues of time partitions.</summary>
    public static KernelPool RunQueues { get; } = new(
        "run queues of time partitions, one for each processor that has a window of it", 16,
        "let partitions share a `time-partition`, or give it windows on fewer processors");

    /// <summary>Memory segments: the image has fewer than the kernel.</summary>
    public static KernelPool Memory { get; } = new(
        "pieces of memory and devices", MemoryRecord.CountMax, "remove partitions or devices");

    /// <summary>Objects that the partition manager creates: each has a selector of its capability
    /// space, of which interrupts and memory leave the rest.</summary>
    /// <param name="interrupts">Interrupts of the system.</param>
    /// <param name="memory">Its pieces of memory and devices.</param>
    /// <returns>The pool.</returns>
    public static KernelPool Objects(int interrupts, int memory) => new(
        "kernel objects of the partition manager",
        (int)(Limits.SelectorsMax - 1 - Selectors.BootInterrupts
            - (Selectors.BootSegments - Selectors.CpuConsole) - ((uint)ExitKind.Recall + 1))
            - interrupts - memory,
        "use fewer partitions, virtual processors, `threads` or processors");

    /// <summary>Mappings.</summary>
    public static KernelPool Mappings { get; } = new(
        "mappings", 256, "use fewer partitions, `threads`, processors or devices");

    /// <summary>Second-stage table pages.</summary>
    public static KernelPool TablePages { get; } = new(
        "table pages", 94, "use fewer partitions, or less `memory` in native ones: each 2 MiB of a "
        + "program's memory takes one");

    /// <summary>Table pages of the partition manager, which reaches the memory of each native
    /// partition once, to clear it.</summary>
    public static KernelPool ManagerTablePages { get; } = new(
        "table pages in the partition manager", 24,
        "give the partition less `memory`: the manager maps all of it once, and each 2 MiB take "
        + "one");
}
