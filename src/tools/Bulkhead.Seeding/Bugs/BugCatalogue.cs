// SPDX-License-Identifier: MIT
namespace Bulkhead.Seeding.Bugs;

/// <summary>The historical bugs that the kernel at hand can have.</summary>
public static class BugCatalogue
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<SeededBug> All { get; } =
    [
        .. MemoryBugs.All, .. TranslationBugs.All, .. CapabilityBugs.All, .. LifecycleBugs.All,
        .. CommunicationBugs.All, .. RegisterBugs.All, .. SchedulingBugs.All, .. TimeBugs.All,
        .. InterruptBugs.All, .. LimitBugs.All, .. ProcessorBugs.All,
    ];

    /// <summary>The bug of a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The bug.</returns>
    /// <exception cref="SeedingException">There is none of that name.</exception>
    public static SeededBug Find(string name) =>
        All.FirstOrDefault(bug => bug.Name == name)
        ?? throw new SeedingException($"no bug is called '{name}'");
}
