// SPDX-License-Identifier: MIT
namespace Bulkhead.Seeding;

/// <summary>A bug that another system had, as a small change of this kernel.</summary>
/// <param name="Name">Short name, unique.</param>
/// <param name="Class">The historical bug that it stands for.</param>
/// <param name="Invariants">Numbers of the invariants that notice it, each by itself.</param>
/// <param name="Patches">The change.</param>
public sealed record SeededBug(
    string Name, string Class, IReadOnlyList<int> Invariants, IReadOnlyList<SourcePatch> Patches)
{
    /// <summary>Hypercalls that show it while several CPUs make them at the same time: those whose
    /// names contain this; none: any seeded run shows it.</summary>
    public string Together { get; init; } = "";

    /// <summary>Whether nothing but the naive scheduler shall notice it, which follows workloads
    /// that are made for it.</summary>
    public bool IsFollowed { get; init; }

    /// <summary>How many CPUs make them, 2 or 3.</summary>
    public int CpuCount { get; init; } = 2;

    internal static SeededBug Of(
        string name, string history, int[] invariants, string file, string before, string after) =>
        new(name, history, invariants, [new SourcePatch(file, before, after)]);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
