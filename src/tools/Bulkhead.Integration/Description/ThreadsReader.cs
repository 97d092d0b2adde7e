// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Description;

/// <summary>Reads the threads that a native partition declares.</summary>
public static class ThreadsReader
{
    private const string Key = "threads";

    // The words for a partition's other threads in reports.
    private static readonly string[] s_takenNames = ["main", "server", "manager"];

    /// <summary>Reads the key; what is wrong is reported and left out.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="ownCpu">Its processor.</param>
    /// <param name="cpuCount">Processors that run.</param>
    /// <returns>The threads in order.</returns>
    public static IReadOnlyList<ThreadModel> Read(
        SectionReader partition, int ownCpu, int cpuCount)
    {
        if (partition.Node(Key) is not DescriptionNode node)
        {
            return [];
        }

        if (node is not SequenceNode sequence)
        {
            partition.Diagnostics.Error(DiagnosticId.WrongKind, node.Mark,
                $"`{Key}` must be a list, this is {node.KindName}",
                "write `- { name: control, priority: 120 }` below it");
            return [];
        }

        if (sequence.Items.Count > NativeLayout.ThreadsDeclaredMax)
        {
            partition.Diagnostics.Error(DiagnosticId.TooMany,
                sequence.Items[NativeLayout.ThreadsDeclaredMax].Mark,
                $"there are {sequence.Items.Count} threads, a partition declares at most "
                + $"{NativeLayout.ThreadsDeclaredMax} besides its main thread",
                "let a thread do the work of two, or divide the partition");
        }

        List<ThreadModel> threads = [];
        foreach (DescriptionNode item in sequence.Items)
        {
            if (ReadThread(partition.Diagnostics, item, ownCpu, cpuCount) is ThreadModel thread)
            {
                ReportSameName(partition.Diagnostics, threads, thread);
                threads.Add(thread);
            }
        }

        return threads;
    }

    private static ThreadModel? ReadThread(
        DiagnosticBag diagnostics, DescriptionNode node, int ownCpu, int cpuCount)
    {
        SectionReader section = new(DescriptionFormat.Thread, node, "a thread", diagnostics);
        if (!section.IsMapping)
        {
            return null;
        }

        ScalarNode? name = section.Scalar("name");
        ulong? priority = section.Number("priority");
        (ulong? period, ulong? budget) = ScheduleReader.ReadTimes(section);
        if (section.Has("period") && !section.Has("budget"))
        {
            diagnostics.Error(DiagnosticId.BadBudget, section.MarkOf("period"),
                "`period` without `budget`", "say how much time it has in each period: a thread's "
                + "own timing is the program's affair");
        }

        int cpu = section.Has("cpu")
            ? ProcessorReference.Read(section, "cpu", $"thread `{name?.Text}`", cpuCount) : ownCpu;
        if (name is null || !IsName(diagnostics, name) || priority is null)
        {
            return null;
        }

        return new ThreadModel(name.Text, name.Mark, (byte)priority)
        {
            PeriodNanoseconds = period ?? 0,
            BudgetNanoseconds = budget ?? 0,
            Cpu = cpu,
        };
    }

    private static bool IsName(DiagnosticBag diagnostics, ScalarNode name)
    {
        if (s_takenNames.Contains(name.Text))
        {
            diagnostics.Error(DiagnosticId.BadName, name.Mark,
                $"reports would take a thread `{name.Text}` for another one", "use another name");
            return false;
        }

        if (NameText.IsName(name.Text))
        {
            return true;
        }

        diagnostics.Error(DiagnosticId.BadName, name.Mark,
            $"`{name.Text}` is not a usable name of a thread", NameText.Rule);
        return false;
    }

    private static void ReportSameName(
        DiagnosticBag diagnostics, IReadOnlyList<ThreadModel> threads, ThreadModel thread)
    {
        if (threads.FirstOrDefault(other => other.Name == thread.Name) is ThreadModel first)
        {
            diagnostics.Error(DiagnosticId.ThreadNamedTwice, thread.Mark,
                $"two threads are called `{thread.Name}`, the other one in line "
                + $"{first.Mark.Line}",
                "give each a name of its own: the program finds its threads by name");
        }
    }
}
