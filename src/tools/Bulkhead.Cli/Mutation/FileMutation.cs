// SPDX-License-Identifier: MIT
namespace Bulkhead.Cli.Mutation;

/// <summary>What became of the mutants of one source file.</summary>
/// <param name="File">The file, from the kernel's folder.</param>
/// <param name="Hash">Hash of its text when it was measured.</param>
/// <param name="KilledCount">Mutants that made a test fail.</param>
/// <param name="TimeoutCount">Mutants that made a test run without end.</param>
/// <param name="Survivors">Mutants that no test noticed.</param>
public sealed record FileMutation(
    string File, string Hash, int KilledCount, int TimeoutCount, IReadOnlyList<Mutant> Survivors)
{
    /// <summary>Mutants that a test noticed.</summary>
    public int NoticedCount => KilledCount + TimeoutCount;

    /// <summary>Mutants that ran.</summary>
    public int Count => NoticedCount + Survivors.Count;

    /// <summary>The score of several files.</summary>
    /// <param name="files">The files.</param>
    /// <returns>The share of mutants that were noticed, 0 to 1; 1 when there is none.</returns>
    public static double ScoreOf(IReadOnlyCollection<FileMutation> files)
    {
        int count = files.Sum(file => file.Count);
        return count == 0 ? 1 : (double)files.Sum(file => file.NoticedCount) / count;
    }
}
