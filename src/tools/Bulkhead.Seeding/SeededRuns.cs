// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Bulkhead.Seeding;

/// <summary>One kernel with a bug, and the simulations that look for it.</summary>
public sealed partial class SeededRuns : IDisposable
{
    private const int SecondsMax = 240;

    // On three CPUs, where whoever is preempted has two to wait for, one does.
    private const int PreemptionsMax = 2;

    private readonly SeededKernel _kernel;
    private readonly Func<ulong, int, int, bool, int, string> _entry;
    private readonly string _together;
    private readonly int _cpuCount;

    /// <summary>Compiles and loads a kernel.</summary>
    /// <param name="source">The kernel's source.</param>
    /// <param name="bug">The bug; null: none.</param>
    /// <exception cref="SeedingException">The bug does not fit the kernel.</exception>
    public SeededRuns(KernelSource source, SeededBug? bug)
    {
        _together = bug?.Together ?? "";
        _cpuCount = bug?.CpuCount ?? 0;
        bool isOrdered = _together.Length != 0;
        _kernel = new SeededKernel(isOrdered ? source.CompileOrdered(bug) : source.Compile(bug));
        _entry = isOrdered ? ExploreTeams
            : bug is { IsFollowed: true } ? _kernel.FollowedEntry() : _kernel.Entry();
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

    // The first pair of calls that goes wrong says what is noticed.
    private string ExploreTeams(
        ulong firstSeed, int seedCount, int eventsPerSeed, bool isFull, int only)
    {
        int preemptionsMax = _cpuCount > 2 ? 1 : PreemptionsMax;
        string[] lines =
            _kernel.TeamEntry()(_cpuCount, preemptionsMax, 1, 1, _together, _ => { });
        foreach (string line in lines.Skip(1))
        {
            int[] numbers = [.. NumberPattern().Matches(line).Select(
                match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];
            // What is not the state's is an exception or a panic: totality.
            if (numbers.Length == 0) numbers = [36];
            if (only != 0 && !numbers.Contains(only)) continue;
            return $"noticed\t0\t{lines.Length - 1}\t{string.Join(',', numbers)}\t{line}";
        }
        return $"survived\t0\t0\t\t";
    }

    [GeneratedRegex(@"\bI(\d+)\b")]
    private static partial Regex NumberPattern();

    /// <inheritdoc/>
    public void Dispose() => _kernel.Unload();

    // The thread cannot be ended; it ends with the process.
    private static Detection Hung(double seconds) => new()
    {
        IsNoticed = true, Numbers = [35], Message = "an entry of the kernel does not end",
        Seconds = seconds,
    };
}
