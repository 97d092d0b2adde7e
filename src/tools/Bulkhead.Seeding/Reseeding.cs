// SPDX-License-Identifier: MIT
namespace Bulkhead.Seeding;

/// <summary>Seeds bugs one at a time, several at once on different threads, and looks who notices
/// them.</summary>
/// <param name="source">The kernel's source.</param>
/// <param name="plan">The simulations.</param>
public sealed class Reseeding(KernelSource source, SeedPlan plan)
{
    private static readonly SeedPlan s_soundPlan = new(1, 12, 600, true);

    /// <summary>Kernels at a time.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Runs the kernel as it is.</summary>
    /// <returns>What was noticed: nothing, unless the kernel or a check is wrong.</returns>
    /// <exception cref="SeedingException">The kernel does not compile.</exception>
    public Detection RunSound()
    {
        using SeededRuns runs = new(source, null);
        Detection full = runs.Run(s_soundPlan);
        return full.IsNoticed ? full : runs.Run(plan);
    }

    /// <summary>Runs kernels with a bug each.</summary>
    /// <param name="bugs">The bugs.</param>
    /// <param name="done">Called after each, from one thread at a time.</param>
    /// <returns>What was noticed, in the order of the bugs.</returns>
    /// <exception cref="SeedingException">A bug does not fit the kernel.</exception>
    public IReadOnlyList<Detection> Run(
        IReadOnlyList<SeededBug> bugs, Action<SeededBug, Detection> done)
    {
        Detection[] found = new Detection[bugs.Count];
        try
        {
            Parallel.For(0, bugs.Count, new ParallelOptions { MaxDegreeOfParallelism = Jobs },
                index =>
                {
                    using SeededRuns runs = new(source, bugs[index]);
                    found[index] = runs.Run(plan);
                    lock (found) done(bugs[index], found[index]);
                });
        }
        catch (AggregateException exception)
            when (exception.InnerExceptions.OfType<SeedingException>().Any())
        {
            throw exception.InnerExceptions.OfType<SeedingException>().First();
        }
        return found;
    }
}
