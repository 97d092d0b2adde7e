// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;
using System.Runtime;
using Bulkhead.Native;
using Bulkhead.Suite;

namespace Bulkhead.Conformance;

/// <summary>Runs the cases in a partition, each in a scope of its own, or each followed by a
/// collection.</summary>
public static class Program
{
    private const int DetailMax = 160;

    /// <summary>Runs all cases and prints a record for each.</summary>
    /// <param name="argument">Not used.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong argument)
    {
        IReadOnlyList<Case> cases = CaseList.Create().Cases;
        Span<byte> line = stackalloc byte[TextBuffer.BytesMax];
        for (int index = 0; index < cases.Count; index++)
        {
            using Scope scope = Scope.Enter();
            RecordWriter.SendLine(line.Slice(0, Record(cases[index], line)));
            // Where there is a collected heap, each case meets one that has just been collected.
            Heap.EndPeriod(0);
        }
        RecordWriter.SendEnd((uint)cases.Count);
        MemoryUse.Report();
    }

    private static int Record(Case item, Span<byte> line)
    {
        string expected = Expected.Of(item);
        string actual = Run(item);
        bool isEqual = expected == actual;
        string text = "#test conformance " + item.Name + (isEqual ? " pass"
            : " fail expected " + Shown(expected) + " got " + Shown(actual)) + "\n";
        int length = Math.Min(text.Length, line.Length);
        for (int i = 0; i < length; i++)
            line[i] = text[i] is '\n' or (>= ' ' and < (char)127) ? (byte)text[i] : (byte)'?';
        line[length - 1] = (byte)'\n';
        return length;
    }

    private static string Run(Case item)
    {
        if (!item.UsesThreads) return item.Run();
        using ImmortalMemory immortal = ImmortalMemory.Enter();
        return item.Run();
    }

    private static string Shown(string text)
    {
        string flat = text.Replace('\n', '|');
        return flat.Length <= DetailMax ? flat : flat.Substring(0, DetailMax);
    }
}
