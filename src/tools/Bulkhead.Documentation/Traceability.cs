// SPDX-License-Identifier: MIT
using System.Text;

namespace Bulkhead.Documentation;

/// <summary>The page that leads from requirements to tests and invariants, and back.</summary>
/// <param name="groups">The requirements.</param>
/// <param name="invariants">The invariants.</param>
/// <param name="verifications">The tests.</param>
public sealed class Traceability(
    IReadOnlyList<RequirementGroup> groups,
    IReadOnlyList<CheckedInvariant> invariants,
    IReadOnlyList<Verification> verifications)
{
    private const string Heading = """
        # Traceability

        Requirements of the kind that a separation kernel has, the tests that are evidence for
        them, and the invariants that they rest on. The page is made from the list in
        [RequirementGroup.cs](../src/tools/Bulkhead.Documentation/RequirementGroup.cs), the
        attribute `[Verifies]` of tests, and the invariants of
        [the simulation](../src/simulation/Invariants), with
        `BULKHEAD_APPROVE=1 ./bulkhead test --only Repository`.

        Tests are evidence, not proof: tested to what the tests reach.

        """;

    /// <summary>Makes the page.</summary>
    /// <returns>Markdown.</returns>
    public string ToPage()
    {
        StringBuilder page = new(Heading.Replace("\r", ""));
        foreach (RequirementGroup group in groups)
        {
            page.Append($"\n## {group.Title}\n\n| requirement | invariants | tests |\n"
                + "|---|---|---|\n");
            foreach (Requirement requirement in group.Requirements) page.Append(Row(requirement));
        }

        page.Append("\n## Invariants\n\n| | what holds | checked by | serves | tests |\n"
            + "|---|---|---|---|---|\n");
        foreach (CheckedInvariant invariant in invariants) page.Append(Row(invariant));
        return page.ToString();
    }

    /// <summary>What does not fit together.</summary>
    /// <returns>A sentence for each requirement without a test, for each promise of tests later
    /// that has one already, and for each name that nothing has.</returns>
    public IEnumerable<string> Errors()
    {
        Requirement[] all = [.. groups.SelectMany(group => group.Requirements)];
        foreach (Requirement requirement in all)
        {
            bool hasTest = TestsOf(requirement.Id).Any();
            if (!hasTest && requirement.Commands.Count == 0 && requirement.NotYet is null)
            {
                yield return $"{requirement.Id} has no test: put [Verifies(\"{requirement.Id}\")] "
                    + "on one, or say why not yet";
            }

            if (hasTest && requirement.NotYet is not null)
            {
                yield return $"{requirement.Id} is said to have no test yet, but has one";
            }
        }

        HashSet<string> known = [.. all.Select(requirement => requirement.Id),
            .. invariants.Select(invariant => invariant.Id)];
        foreach (string id in all.SelectMany(requirement => requirement.Invariants)
            .Concat(verifications.SelectMany(test => test.Ids)).Distinct())
        {
            if (!known.Contains(id)) yield return $"{id} is cited, but nothing has that name";
        }
    }

    private string Row(Requirement requirement)
    {
        string[] evidence = [.. TestsOf(requirement.Id), .. requirement.Commands];
        string tests = requirement.NotYet is null
            ? string.Join("; ", evidence) : $"not yet: {requirement.NotYet}";
        return $"| **{requirement.Id}** {requirement.Text} "
            + $"| {string.Join(", ", requirement.Invariants)} | {tests} |\n";
    }

    private string Row(CheckedInvariant invariant)
    {
        string checker = invariant.Path is null ? $"not yet: {invariant.Reason}"
            : Link(Path.GetFileNameWithoutExtension(invariant.Path), invariant.Path);
        IEnumerable<string> serves = groups.SelectMany(group => group.Requirements)
            .Where(requirement => requirement.Invariants.Contains(invariant.Id))
            .Select(requirement => requirement.Id);
        return $"| {invariant.Id} | {invariant.Sentence} | {checker} | "
            + $"{string.Join(", ", serves)} | {string.Join("; ", TestsOf(invariant.Id))} |\n";
    }

    private IEnumerable<string> TestsOf(string id) => verifications
        .Where(test => test.Ids.Contains(id))
        .OrderBy(test => test.Path, StringComparer.Ordinal)
        .ThenBy(test => test.Name, StringComparer.Ordinal)
        .Select(test => Link(test.Name.Replace('_', ' '), test.Path));

    private static string Link(string text, string path) => $"[{text}](../{path})";
}
