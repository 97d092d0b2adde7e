// SPDX-License-Identifier: MIT
using System.Diagnostics;

namespace Bulkhead.Seeding;

/// <summary>One kernel with a bug, and the simulations that look for it.</summary>
public sealed class SeededRuns : IDisposable
{
    private const int SecondsMax = 120;

    private readonly SeededKernel _kernel;
    private readonly Func<ulong, int, int, bool, int, string> _entry;

    /// <summary>Compiles and loads a kernel.</summary>
    /// <param name="source">The kernel's source.</param>
    /// <param name="bug">The bug; null: none.</param>
    /// <exception cref="SeedingException">The bug does not fit the kernel.</exception>
    public SeededRuns(KernelSource source, SeededBug? bug)
    {
        _kernel = new SeededKernel(source.Compile(bug));
        _entry = _kernel.Entry();
    }

    /// <summary>Runs seeds until something is noticed.</summary>
    /// <param name="plan">Which seeds, how long, how deep.</param>
    /// <param name="only">The only invariant to look at; 0: all.</param>
    /// <returns>What was noticed.</returns>
    public Detection Run(SeedPlan plan, int only = 0)
    {
        Stopwatch watch = Stopwatch.StartNew();
        string? answer = null;
        Exception? failure = null;
        Thread thread = new(() =>
        {
            try
            {
                answer = _entry(plan.FirstSeed, plan.SeedCount, plan.EventsPerSeed, plan.IsFull,
                    only);
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        }) { IsBackground = true };
        thread.Start();
        if (!thread.Join(TimeSpan.FromSeconds(SecondsMax)))
        {
            return Hung(watch.Elapsed.TotalSeconds);
        }
        if (failure is not null) throw new SeedingException($"the run failed: {failure}");
        return Detection.Parse(answer!, watch.Elapsed.TotalSeconds);
    }

    /// <inheritdoc/>
    public void Dispose() => _kernel.Unload();

    // The thread cannot be ended; it ends with the process.
    private static Detection Hung(double seconds) => new()
    {
        IsNoticed = true, Numbers = [35], Message = "an entry of the kernel does not end",
        Seconds = seconds,
    };
}
