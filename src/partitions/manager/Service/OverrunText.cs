// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>Says in one line that a partition wanted more time than it has.</summary>
public static class OverrunText
{
    /// <summary>Writes the line.</summary>
    /// <param name="line">Where it goes.</param>
    /// <param name="name">Name of the partition.</param>
    /// <param name="thread">Name of its thread; empty for the main thread.</param>
    /// <param name="fresh">Overruns since the last line.</param>
    /// <param name="count">Overruns since the partition started.</param>
    public static void Describe(
        ref TextBuffer line, scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> thread,
        ulong fresh, ulong count)
    {
        line.Append(name);
        if (!thread.IsEmpty)
        {
            line.Append((byte)'/');
            line.Append(thread);
        }
        line.Append(": budget used up before the work in "u8);
        line.AppendDecimal(fresh);
        line.Append(fresh == 1 ? " period, "u8 : " periods, "u8);
        line.AppendDecimal(count);
        line.Append(" since its start"u8);
        line.EndLine();
    }
}
