// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Invariants;

namespace Bulkhead.Seeding.Tests;

public class BugCatalogueTests
{
    [Fact]
    public void Every_invariant_has_a_bug_that_breaks_it()
    {
        int[] broken = [.. BugCatalogue.All.SelectMany(bug => bug.Invariants).Distinct()];
        Assert.Empty(InvariantCatalogue.Create().Select(one => one.Number).Except(broken));
    }

    /// <summary>38 to 40 are about two whole runs, which pairs of worlds check.</summary>
    [Fact]
    public void Every_number_of_one_run_is_checked_or_says_why_not()
    {
        IEnumerable<int> numbers = InvariantCatalogue.Create().Select(one => one.Number)
            .Concat(InvariantCatalogue.Absent.Select(one => one.Number));
        Assert.Equal(Enumerable.Range(1, 37).Append(41), numbers.Order());
    }

    [Fact]
    public void The_page_of_invariants_follows_the_catalogues() =>
        Assert.Equal(
            File.ReadAllText(Path.Combine(SharedSource.Root, "docs", "invariants.md")),
            InvariantPage.Write());

    [Fact]
    public void Names_are_unique_and_there_are_enough()
    {
        Assert.Equal(BugCatalogue.All.Count,
            BugCatalogue.All.Select(bug => bug.Name).Distinct().Count());
        Assert.True(BugCatalogue.All.Count >= 60);
    }

    [Fact]
    public void The_kernel_as_it_is_passes_the_same_runs()
    {
        Detection sound = new Reseeding(SharedSource.Kernel, new(1, 60, 1000, false)).RunSound();
        Assert.False(sound.IsNoticed, $"seed {sound.Seed}: {sound.Message}");
    }

    [Fact]
    public void A_patch_that_fits_nowhere_or_twice_names_its_bug()
    {
        SeededBug nowhere = SeededBug.Of("nowhere", "", [], "Objects/Quota.cs", "no such text", "");
        SeededBug twice = SeededBug.Of("twice", "", [], "Objects/Quota.cs", "header", "");
        SeededBug noFile = SeededBug.Of("no-file", "", [], "Objects/None.cs", "header", "");
        SeededBug broken = SeededBug.Of("broken", "", [], "Objects/Quota.cs", "Generation++", "(");
        foreach (SeededBug bug in new[] { nowhere, twice, noFile, broken })
        {
            SeedingException error = Assert.Throws<SeedingException>(
                () => SharedSource.Kernel.Compile(bug));
            Assert.Contains(bug.Name, error.Message, StringComparison.Ordinal);
        }
        Assert.Throws<SeedingException>(() => BugCatalogue.Find("nobody"));
    }
}
