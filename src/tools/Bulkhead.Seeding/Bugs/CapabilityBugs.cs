// SPDX-License-Identifier: MIT
namespace Bulkhead.Seeding.Bugs;

/// <summary>Capabilities and what they stand for.</summary>
internal static class CapabilityBugs
{
    private const string Space = "Objects/CapabilitySpace.cs";

    internal static IReadOnlyList<SeededBug> All { get; } =
    [
        SeededBug.Of(
            "delegated-rights-grow", "22 and 29: rights checked the wrong way round",
            [22], "Hypercalls/Delegation.cs",
            "(rights & ~from.Rights) != 0", "(rights & from.Rights) == 0"),
        SeededBug.Of(
            "sibling-list-broken", "19 CVE-2026-72289: double deletion from a list",
            [22], Space,
            "        if (!capability.Next.IsNone) capability.Next.In(ref state).Previous = "
            + "capability.Previous;\n", ""),
        SeededBug.Of(
            "first-child-forgotten", "31 XSA-473: reference of a foreign page left",
            [22], Space,
            "        if (!from.FirstChild.IsNone) "
            + "from.FirstChild.In(ref state).Previous = child;\n",
            ""),
        SeededBug.Of(
            "selector-zero-taken", "14 XSA-94: used before it is checked",
            [22], Space,
            "        if (selector == 0) return Outcome.Capability(Reason.SlotZero);\n", ""),
        SeededBug.Of(
            "generation-not-bumped", "19 CVE-2026-72288: use after free of an object",
            [23], "Objects/Quota.cs", "        header.Generation++;\n", ""),
        SeededBug.Of(
            "object-outlives-capability", "43 XSA-263 and I23: an object that nobody holds",
            [23], "Objects/Revocation.cs",
            "if (isRoot) Destruction", "if (isRoot && kind != ObjectKind.Semaphore) "
            + "Destruction"),
        SeededBug.Of(
            "copy-leaves-its-object",
            "I23: a capability that outlives its object, out of two interleaved revocations",
            [23], "Objects/Revocation.cs",
            "if (capability.Object.In(ref state).Root != link)", "if (depth == 0)"),
        SeededBug.Of(
            "any-right-will-do", "29 and I26: a right of another direction is enough",
            [26], "Hypercalls/SemaphoreUp.cs",
            "Rights.SemaphoreUp,", "Rights.SemaphoreAll,"),
        SeededBug.Of(
            "short-way-any-right", "11 and I26: the short way checks another right than the long",
            [26], "Communication/FastPath.cs",
            "(capability.Rights & Rights.SemaphoreUp) != 0",
            "(capability.Rights & Rights.SemaphoreAll) != 0"),
    ];
}
