// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>Says in one line how a partition was restarted.</summary>
public static class RestartText
{
    /// <summary>Writes the line to the console.</summary>
    /// <param name="context">The build of the partition.</param>
    /// <param name="id">Partition id.</param>
    /// <param name="isBuilt">Whether it was built.</param>
    public static void Write(in BuildContext context, uint id, bool isBuilt)
    {
        PartitionName name = context.View.Partition(id).Name;
        ReadOnlySpan<byte> text = ((ReadOnlySpan<byte>)name).Slice(0, name.Length);
        if (!isBuilt)
        {
            WriteFailure(text, context.Failure);
            return;
        }
        var line = default(TextBuffer);
        Describe(ref line, text, context.StartMode, context.StartCount);
        ManagerLog.Write(line.Text);
    }

    /// <summary>Writes that it was not.</summary>
    /// <param name="name">What failed.</param>
    /// <param name="code">The kernel's refusal.</param>
    public static void WriteFailure(scoped ReadOnlySpan<byte> name, ResultCode code)
    {
        var line = default(TextBuffer);
        DescribeFailure(ref line, name, code);
        ManagerLog.Write(line.Text);
    }

    /// <summary>Describes a restart.</summary>
    /// <param name="line">Where it goes.</param>
    /// <param name="name">Name of the partition.</param>
    /// <param name="mode">What it finds.</param>
    /// <param name="count">Which start this is.</param>
    public static void Describe(
        ref TextBuffer line, scoped ReadOnlySpan<byte> name, StartMode mode, uint count)
    {
        line.Append(name);
        line.Append(mode == StartMode.WarmStart ? ": warm start, number "u8
            : ": cold start, number "u8);
        line.AppendDecimal(count);
        line.EndLine();
    }

    /// <summary>Describes a failure.</summary>
    /// <param name="line">Where it goes.</param>
    /// <param name="name">What failed.</param>
    /// <param name="code">The kernel's refusal.</param>
    public static void DescribeFailure(
        ref TextBuffer line, scoped ReadOnlySpan<byte> name, ResultCode code)
    {
        line.Append(name);
        line.Append(": not restarted: "u8);
        ReadOnlySpan<byte> words = ReasonText.Of(code.Reason);
        if (words.IsEmpty)
        {
            line.Append("reason "u8);
            line.AppendDecimal((uint)code.Reason);
        }
        line.Append(words);
        line.EndLine();
    }
}
