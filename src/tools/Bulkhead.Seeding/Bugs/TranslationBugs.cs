// SPDX-License-Identifier: MIT
namespace Bulkhead.Seeding.Bugs;

/// <summary>Translation tables and what hardware keeps of them.</summary>
internal static class TranslationBugs
{
    private const string Tables = "Memory/StageTwo.cs";

    internal static IReadOnlyList<SeededBug> All { get; } =
    [
        new(
            "unmap-without-invalidation", "28 XSA-493 and kin: translation cached after an unmap",
            [5],
            [
                new SourcePatch(Tables,
                    "        TAsp.InvalidateSpace(domain.TranslationRoot);\n        for",
                    "        for"),
                new SourcePatch(Tables,
                    "Prune(ref state, ref domain, at);\n"
                    + "        TAsp.InvalidateSpace(domain.TranslationRoot);\n",
                    "Prune(ref state, ref domain, at);\n"),
            ]),
        new(
            "valid-to-valid", "I6, break before make: a mapping is entered over another",
            [6],
            [
                new SourcePatch("Memory/Mappings.cs",
                    "if (Overlaps(ref state, domain, address, bytes))",
                    "if (Overlaps(ref state, domain, address, bytes) && bytes == 0)"),
                new SourcePatch(Tables,
                    "        Check<TAsp>.That(!TAsp.IsValid(page[index]), "
                    + "Invariant.MappingFits);\n", ""),
            ]),
        SeededBug.Of(
            "identifier-reused", "I7, VMID given to two spaces",
            [7], "Objects/Domains.cs", "(ushort)(index + 1)", "(ushort)(index / 2 + 1)"),
        SeededBug.Of(
            "table-page-lost", "50 minos #33: a page lost in each cycle of create and destroy",
            [1], "Objects/Destruction.cs",
            "if (!domain.RootTable.IsNone)", "if (domain.RootTable.IsNone)"),
        SeededBug.Of(
            "empty-table-kept", "25 XSA-409/383: table pages pile up",
            [9], Tables, "if (state.TableRecords[last].UsedEntries == 0)",
            "if (state.TableRecords[last].UsedEntries > 512)"),
        SeededBug.Of(
            "subtree-freed-early", "30 KVM: the walker frees a subtree and keeps walking",
            [9], Tables, "if (state.TableRecords[last].UsedEntries == 0)",
            "if (state.TableRecords[last].UsedEntries <= 1)"),
        SeededBug.Of(
            "range-alignment", "30 KVM: range-alignment error in a block mapping",
            [4], Tables, "(BlockBytes - 1)) == 0 && end - at >= BlockBytes",
            "(BlockBytes - 1)) == 0"),
        SeededBug.Of(
            "same-page-everywhere", "30 KVM: every entry of a range names its first page",
            [11], Tables, "target.Plus(at - address.Value)", "target"),
    ];
}
