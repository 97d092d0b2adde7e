// SPDX-License-Identifier: MIT
using Bulkhead.Abi.SystemImage;
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Description;

/// <summary>Reads what happens to a partition when schedules begin: one word for all of them, or a
/// word for each.</summary>
public static class ScheduleChangeReader
{
    private const string Key = "schedule-change";

    /// <summary>Reads the key; what is wrong is reported and left out.</summary>
    /// <param name="section">The partition.</param>
    /// <returns>The actions.</returns>
    public static IReadOnlyList<ScheduleChangeModel> Read(SectionReader section) =>
        section.Node(Key) switch
        {
            null => [],
            MappingNode mapping => [.. mapping.Entries
                .Select(entry => ReadWord(section, entry.Value, entry.Key))
                .OfType<ScheduleChangeModel>()],
            DescriptionNode node => ReadWord(section, node, null) is ScheduleChangeModel change
                ? [change] : [],
        };

    private static ScheduleChangeModel? ReadWord(
        SectionReader section, DescriptionNode node, string? schedule)
    {
        string text = (node as ScalarNode)?.Text ?? node.KindName;
        ScheduleChangeAction? action = text switch
        {
            "ignore" => ScheduleChangeAction.Ignore,
            "cold-start" => ScheduleChangeAction.ColdStart,
            "warm-start" => ScheduleChangeAction.WarmStart,
            _ => null,
        };
        if (action is not null)
        {
            return new ScheduleChangeModel(schedule, action.Value, node.Mark);
        }

        IReadOnlyList<string> words = DescriptionFormat.Partition[Key].Words;
        string? guess = Spelling.Closest(text, words);
        section.Diagnostics.Error(DiagnosticId.BadWord, node.Mark,
            $"`{Key}` cannot be `{text}`",
            guess is not null ? $"did you mean `{guess}`?"
                : $"write {string.Join(" or ", words)}, or one of them for each schedule: "
                + "{ normal: cold-start }");
        return null;
    }
}
