// SPDX-License-Identifier: MIT
using System.Text;
using Bulkhead.Seeding.Bugs;
using Bulkhead.Simulation.Invariants;

namespace Bulkhead.Seeding;

/// <summary>The page of all invariants, from what is checked and what is seeded.</summary>
public static class InvariantPage
{
    /// <summary>Writes the page.</summary>
    /// <returns>Markdown.</returns>
    public static string Write()
    {
        StringBuilder text = new();
        text.Append(
            """
            # Invariants

            What holds after every event of a simulation, by number. `./bulkhead simulate` and the
            tests check them; the last column names bugs that `./bulkhead reseed` puts into the
            kernel and that this invariant notices by itself. The page follows the catalogues in
            `src/simulation/Invariants` and `src/tools/Bulkhead.Seeding/Bugs`; a test compares, and
            `./bulkhead reseed --page docs/invariants.md` writes it.

            Two depths. *Full* recounts everything from scratch. *Quick* looks at rows in use, and
            at capabilities and tables only after a hypercall that can have changed them; full
            checks come between. Where the column *quick* says `always`, the check is made after
            every event in both depths; where it says `changed tables`, when a table page, its owner
            or a mapping is not what it was at the last look.

            Rows of contexts, scheduling contexts, semaphores, interrupts and virtual CPUs are
            compared byte by byte with the last look after every event, once for all invariants. A
            quick check leaves out what follows from rows alone that are the same bytes as when it
            last held, and walks the tables of a mapping again when its row, its domain's root or
            one of the domain's table pages is another. A full check leaves out nothing.

            | number | what holds | looks at | quick | noticed when seeded |
            |---|---|---|---|---|

            """);
        foreach (KernelInvariant one in InvariantCatalogue.Create().OrderBy(one => one.Number))
        {
            string bugs = string.Join(", ", BugCatalogue.All
                .Where(bug => bug.Invariants.Contains(one.Number)).Select(bug => $"`{bug.Name}`"));
            string scope = one.Scope switch
            {
                CheckScope.Objects => "objects",
                CheckScope.Tables => "tables",
                CheckScope.ChangedTables => "changed tables",
                _ => "always",
            };
            text.Append(
                $"| I{one.Number} | {one.Sentence} | {one.LooksAt} | {scope} | {bugs} |\n");
        }
        if (InvariantCatalogue.Absent.Count != 0)
        {
            text.Append(
                "\nNot checked yet:\n\n| number | what holds | why not |\n|---|---|---|\n");
        }
        foreach ((int number, string sentence, string reason) in InvariantCatalogue.Absent)
        {
            text.Append($"| I{number} | {sentence} | {reason} |\n");
        }
        text.Append("\nSeeded bugs:\n\n| bug | stands for | invariants |\n|---|---|---|\n");
        foreach (SeededBug bug in BugCatalogue.All)
        {
            string numbers = string.Join(", ", bug.Invariants.Select(number => $"I{number}"));
            text.Append($"| `{bug.Name}` | {bug.Class} | {numbers} |\n");
        }
        return text.ToString();
    }
}
