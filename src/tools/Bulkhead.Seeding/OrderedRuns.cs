// SPDX-License-Identifier: MIT
namespace Bulkhead.Seeding;

/// <summary>A kernel whose atomic and ordered accesses are ordering points, on several simulated
/// CPUs.</summary>
public sealed class OrderedRuns : IDisposable
{
    private readonly SeededKernel _kernel;
    private readonly Func<int, int, int, int, string, Action<string>, string[]> _entry;

    /// <summary>Compiles and loads it.</summary>
    /// <param name="source">The kernel's source.</param>
    /// <param name="bug">The bug in it; null: none.</param>
    /// <exception cref="SeedingException">It does not compile.</exception>
    public OrderedRuns(KernelSource source, SeededBug? bug)
    {
        _kernel = new SeededKernel(source.CompileOrdered(bug));
        _entry = _kernel.TeamEntry();
    }

    /// <summary>Host threads.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Told how far it is.</summary>
    public Action<string> Report { get; init; } = _ => { };

    /// <summary>Explores hypercalls that are inside the kernel at the same time.</summary>
    /// <param name="cpuCount">CPUs, 2 or 3.</param>
    /// <param name="preemptionsMax">Preemptions of a schedule.</param>
    /// <param name="sampleOf">Of so many choices of calls one is explored.</param>
    /// <param name="only">Only calls whose names contain this.</param>
    /// <returns>The figures, then a line for each failure.</returns>
    public IReadOnlyList<string> Explore(
        int cpuCount, int preemptionsMax, int sampleOf = 1, string only = "") =>
        _entry(cpuCount, preemptionsMax, sampleOf, Workers, only, Report);

    /// <inheritdoc/>
    public void Dispose() => _kernel.Unload();
}
