// SPDX-License-Identifier: MIT
namespace Bulkhead.Seeding.Bugs;

/// <summary>Translation tables and what hardware keeps of them.</summary>
internal static class TranslationBugs
{
    private const string Tables = "Memory/StageTwo.cs";
    private const string Rows = "Memory/Mappings.cs";

    internal static IReadOnlyList<SeededBug> All { get; } =
    [
        new(
            "unmap-without-invalidation", "28 XSA-493 and kin: translation cached after an unmap",
            [5],
            [
                new SourcePatch(Rows,
                    "        TAsp.InvalidateSpace(row.Domain.In(ref state).TranslationRoot);\n",
                    ""),
                new SourcePatch(Tables,
                    "        TAsp.InvalidateSpace(domain.TranslationRoot);\n", ""),
            ]),
        SeededBug.Of(
            "left-without-invalidation",
            "28 XSA-493: left in the middle of an unmap, with translations cached",
            [5], Rows,
            "        TAsp.InvalidateSpace(row.Domain.In(ref state).TranslationRoot);\n"
            + "        if (isLeft) return false;\n",
            "        if (isLeft) return false;\n"
            + "        TAsp.InvalidateSpace(row.Domain.In(ref state).TranslationRoot);\n"),
        SeededBug.Of(
            "valid-to-valid", "I6, break before make: a mapping is entered over another",
            [6], Tables,
            "while (entered < count && !TAsp.IsValid(page[index + entered]))",
            "while (entered < count)"),
        SeededBug.Of(
            "identifier-reused", "I7, VMID given to two spaces",
            [7], "Objects/Domains.cs", "(ushort)(index + 1)", "(ushort)(index / 2 + 1)"),
        SeededBug.Of(
            "table-page-lost", "50 minos #33: a page lost in each cycle of create and destroy",
            [1], "Objects/Destruction.cs",
            "if (!domain.RootTable.IsNone)", "if (domain.RootTable.IsNone)"),
        SeededBug.Of(
            "empty-table-kept", "25 XSA-409/383: table pages pile up",
            [9], Tables, "        if (Prune(ref state, ref domain, at)) return true;\n", ""),
        SeededBug.Of(
            "subtree-freed-early", "30 KVM: the walker frees a subtree and keeps walking",
            [9], Tables,
            "            if (state.TableRecords[next].UsedEntries != 0) return false;",
            "            if (state.TableRecords[next].UsedEntries > 1) return false;"),
        new(
            "range-alignment", "30 KVM: range-alignment error in a block mapping",
            [4],
            [
                new SourcePatch(Tables,
                    "(BlockBytes - 1)) == 0 && end - at >= BlockBytes",
                    "(BlockBytes - 1)) == 0"),
                new SourcePatch(Tables,
                    "(row.Bytes - row.Entered) >> shift);",
                    "(row.Bytes - row.Entered + (1ul << shift) - 1) >> shift);"),
                new SourcePatch(Tables,
                    "row.Entered += (ulong)entered << shift;",
                    "row.Entered += System.Math.Min("
                    + "(ulong)entered << shift, row.Bytes - row.Entered);"),
            ]),
        SeededBug.Of(
            "same-page-everywhere", "30 KVM: every entry of a range names its first page",
            [11], Tables, "            leaf += 1ul << shift;\n", ""),
    ];
}
