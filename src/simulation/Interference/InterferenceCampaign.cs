// SPDX-License-Identifier: MIT
using System.Threading;

namespace Bulkhead.Simulation.Interference;

/// <summary>Many pairs of runs, on every CPU of the host.</summary>
/// <param name="firstSeed">Seed of the first pair; the others follow.</param>
public sealed class InterferenceCampaign(int firstSeed)
{
    private static readonly InterferencePolicy[] s_policies = Enum.GetValues<InterferencePolicy>();
    private long _noise;
    private long _steps;
    private int _pairs;

    /// <summary>Pairs done.</summary>
    public int PairCount => _pairs;

    /// <summary>Steps that must not be seen.</summary>
    public long NoiseCount => Interlocked.Read(ref _noise);

    /// <summary>Steps of observers that must give the same in both runs.</summary>
    public long StepCount => Interlocked.Read(ref _steps);

    /// <summary>Runs pairs; those of a seed take each policy in turn.</summary>
    /// <param name="count">How many.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="InterferenceException">Something reached an observer.</exception>
    public void Run(int count, CancellationToken cancellation = default)
    {
        ParallelOptions options = new()
        {
            MaxDegreeOfParallelism = Environment.ProcessorCount,
            CancellationToken = cancellation,
        };
        try
        {
            Parallel.For(0, count, options, index => RunPair(firstSeed + index));
        }
        catch (AggregateException e) when (e.InnerException is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerException);
        }
    }

    private void RunPair(int seed)
    {
        using InterferencePair pair = new(seed, s_policies[(uint)seed % (uint)s_policies.Length]);
        pair.Run();
        Interlocked.Add(ref _noise, pair.NoiseCount);
        Interlocked.Add(ref _steps, pair.StepCount);
        Interlocked.Increment(ref _pairs);
    }
}
