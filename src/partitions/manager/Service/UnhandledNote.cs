// SPDX-License-Identifier: MIT
using System;
using System.Diagnostics.CodeAnalysis;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// The last report of an exception on a CPU, until its thread stops: then both are one line. The
/// default value is empty.
/// </summary>
public struct UnhandledNote
{
    private TextBuffer _line;
    private uint _partition;
    private uint _thread;

    /// <summary>Whether a report waits for its thread's stop.</summary>
    public readonly bool IsWaiting => _line.Length != 0;

    /// <summary>Who reported.</summary>
    public readonly uint Partition => _partition;

    /// <summary>What is known so far, without a line end.</summary>
    [UnscopedRef]
    public ReadOnlySpan<byte> Text => _line.Text;

    /// <summary>Keeps a report in place of the one before.</summary>
    /// <param name="partition">Id of the partition.</param>
    /// <param name="thread">Number of the thread, as <see cref="Bulkhead.Abi.UnhandledWord"/> has
    /// it.</param>
    /// <param name="text">The line, without its end.</param>
    public void Keep(uint partition, uint thread, scoped ReadOnlySpan<byte> text)
    {
        _line.Clear();
        _line.Append(text);
        _partition = partition;
        _thread = thread;
    }

    /// <summary>Gives the report of a thread that has stopped, and forgets it.</summary>
    /// <param name="partition">Id of the partition.</param>
    /// <param name="thread">Number of the thread.</param>
    /// <param name="line">Where its text goes.</param>
    /// <returns>False when the last report is not that thread's.</returns>
    public bool TryTake(uint partition, uint thread, ref TextBuffer line)
    {
        if (!IsWaiting || _partition != partition || _thread != thread) return false;
        line.Append(_line.Text);
        _line.Clear();
        return true;
    }
}
