// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>Refuses to start: one line on the boot console that says why, then the machine
/// ends.</summary>
public static class Refusal
{
    /// <summary>Writes the line for an image that was not accepted.</summary>
    /// <param name="line">Where it goes.</param>
    /// <param name="verdict">The verdict.</param>
    public static void Describe(ref TextBuffer line, Verdict verdict)
    {
        Begin(ref line, verdict.Reason);
        line.Append(NameOf(verdict.Item));
        if (verdict.Item != ImageItem.Header)
        {
            line.Append((byte)' ');
            line.AppendDecimal(verdict.Index);
        }
        line.EndLine();
    }

    /// <summary>Writes the line for altered bytes, with the partition that they are for. All tables
    /// must have been checked.</summary>
    /// <param name="line">Where it goes.</param>
    /// <param name="verdict">The verdict.</param>
    /// <param name="view">The image.</param>
    public static void Describe(ref TextBuffer line, Verdict verdict, in ImageView view)
    {
        Describe(ref line, verdict);
        uint owner = ContentCheck.OwnerOf(in view, verdict.Item, verdict.Index);
        if (owner >= view.Header.Partitions.Count) return;
        line.Clear();
        Begin(ref line, verdict.Reason);
        line.Append(NameOf(verdict.Item));
        line.Append((byte)' ');
        line.AppendDecimal(verdict.Index);
        AppendPartition(ref line, in view, owner);
        line.EndLine();
    }

    /// <summary>Writes the line for a step that the kernel refused.</summary>
    /// <param name="line">Where it goes.</param>
    /// <param name="context">The build that failed.</param>
    public static void Describe(ref TextBuffer line, in BuildContext context)
    {
        Begin(ref line, context.Failure.Reason);
        line.Append(NameOf(context.FailedStep));
        if (context.FailedPartition < context.PartitionCount)
        {
            AppendPartition(ref line, in context.View, context.FailedPartition);
        }
        line.EndLine();
    }

    /// <summary>Ends the machine.</summary>
    /// <param name="line">The line to leave behind.</param>
    public static void Enforce(in TextBuffer line)
    {
        TextBuffer text = line;
        ManagerLog.WriteToBootConsole(default, text.Text);
        SystemKernel.Shutdown(Selectors.System, false);
    }

    private static void AppendPartition(ref TextBuffer line, in ImageView view, uint id)
    {
        line.Append(" of partition "u8);
        PartitionName name = view.Partition(id).Name;
        line.Append(((ReadOnlySpan<byte>)name).Slice(0, name.Length));
    }

    private static void Begin(ref TextBuffer line, Reason reason)
    {
        line.Append("bulkhead: refused: "u8);
        ReadOnlySpan<byte> words = ReasonText.Of(reason);
        if (words.IsEmpty)
        {
            line.Append("reason "u8);
            line.AppendDecimal((uint)reason);
        }
        line.Append(words);
        line.Append(", "u8);
    }

    private static ReadOnlySpan<byte> NameOf(ImageItem item) => item switch
    {
        ImageItem.Memory => "memory record"u8,
        ImageItem.Segment => "segment"u8,
        ImageItem.Partition => "partition"u8,
        ImageItem.Resource => "resource"u8,
        ImageItem.Payload => "payload"u8,
        ImageItem.Channel => "channel"u8,
        ImageItem.FrameWindow => "window of a schedule"u8,
        ImageItem.Schedule => "schedule"u8,
        _ => "system image"u8,
    };

    private static ReadOnlySpan<byte> NameOf(BuildStep step) => step switch
    {
        BuildStep.Domain => "domain"u8,
        BuildStep.Program => "program"u8,
        BuildStep.Resource => "memory or device"u8,
        BuildStep.Thread => "thread"u8,
        BuildStep.Portal => "portal or semaphore"u8,
        BuildStep.Interrupt => "interrupt"u8,
        BuildStep.Machine => "virtual machine"u8,
        BuildStep.Start => "start"u8,
        BuildStep.Schedule => "schedule"u8,
        _ => "partition manager"u8,
    };
}
