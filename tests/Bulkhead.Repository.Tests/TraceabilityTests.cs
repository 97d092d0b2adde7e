// SPDX-License-Identifier: MIT
using Bulkhead.Documentation;
using Bulkhead.Repository.Tests.Tree;

namespace Bulkhead.Repository.Tests;

/// <summary>Every requirement leads to a test, and every name that a test cites
/// exists.</summary>
public class TraceabilityTests
{
    private const string Source = """
        [Verifies("R-A")]
        class OneTests
        {
            [Fact]
            [Verifies("R-B", "I1")]
            public void It_holds() { }
        }
        """;

    // Non-interference compares two runs: a state alone cannot show it.
    private static readonly CheckedInvariant[] s_pairs =
    [
        new(38, "Output consistency: equal views give equal outputs.", Pairs, null),
        new(39, "Local respect: a step of one partition leaves the view of an unconnected one.",
            Pairs, null),
        new(40, "Step consistency: equal views stay equal after the same step.", Pairs, null),
    ];

    private const string Pairs = "src/simulation/Interference/InterferencePair.cs";

    [Fact]
    public void PageIsCurrent() => Approval.Verify("docs/traceability.md", Tree().ToPage());

    [Fact]
    public void EveryRequirementHasATest() => Assert.Empty(Tree().Errors());

    [Fact]
    public void AttributesAreRead() => Assert.Equal(
        [("OneTests", "R-A"), ("OneTests: It_holds", "R-B I1")],
        EvidenceReader.Verifications(new SourceFile("a.cs", Source))
            .Select(test => (test.Name, string.Join(' ', test.Ids))));

    [Fact]
    public void MissingTestsAndUnknownNamesAreFound()
    {
        Traceability page = new(
            [new RequirementGroup("Some", [
                new Requirement("R-A", "Has a test.", "I1"),
                new Requirement("R-B", "Has one already.") { NotYet = "later" },
                new Requirement("R-C", "Has none.", "I2"),
            ])],
            [new CheckedInvariant(1, "Holds.", "x.cs", null)],
            [.. EvidenceReader.Verifications(new SourceFile("a.cs", Source))]);
        Assert.Equal(3, page.Errors().Count());
        Assert.Contains(page.Errors(), error => error.StartsWith("R-B", StringComparison.Ordinal));
        Assert.Contains(page.Errors(), error => error.StartsWith("R-C", StringComparison.Ordinal));
        Assert.Contains(page.Errors(), error => error.StartsWith("I2", StringComparison.Ordinal));
        Assert.Contains("[OneTests: It holds](../a.cs)", page.ToPage());
    }

    [Fact]
    public void EveryInvariantIsListed() => Assert.Equal(
        Enumerable.Range(1, 41), Invariants().Select(invariant => invariant.Number));

    private static Traceability Tree() => new(
        RequirementGroup.All, Invariants(),
        [.. RepositoryTree.Files
            .Where(file => file.IsIn("tests") && file.IsNamed("Tests.cs")
                && !file.IsIn("tests/Bulkhead.Repository.Tests"))
            .SelectMany(EvidenceReader.Verifications)]);

    private static CheckedInvariant[] Invariants() =>
        [.. EvidenceReader.Invariants(RepositoryTree.Files).Concat(s_pairs)
            .OrderBy(invariant => invariant.Number)];
}
