// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>Says in one line what a thread did wrong.</summary>
public static class FaultText
{
    private const ulong SyndromeImmediateMask = 0xffff;
    private const ulong CheckImmediate = 0x100;
    private const ulong CheckUnhandled = CheckImmediate + 8;

    /// <summary>Writes the line.</summary>
    /// <param name="line">Where it goes.</param>
    /// <param name="name">Name of the partition.</param>
    /// <param name="thread">Name of its thread, when it is a declared one.</param>
    /// <param name="message">The fault message, see <see cref="FaultKind"/>.</param>
    public static void Describe(
        ref TextBuffer line, scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> thread,
        in Message message)
    {
        var kind = (FaultKind)message.Words[FaultWord.Kind];
        line.Append(name);
        line.Append(": "u8);
        line.Append(NameOf(kind));
        ulong syndrome = message.Words[FaultWord.Syndrome];
        if (kind == FaultKind.Breakpoint) DescribeCheck(ref line, syndrome);
        if (kind is FaultKind.DataAccess or FaultKind.InstructionFetch)
        {
            line.Append(" at "u8);
            line.AppendHex(message.Words[FaultWord.Address]);
        }
        line.Append(", pc "u8);
        line.AppendHex(message.Words[FaultWord.Place]);
        line.Append(", syndrome "u8);
        line.AppendHex(syndrome);
        line.Append((byte)',');
        DescribeEnd(ref line, thread, message.Words[FaultWord.Tag]);
    }

    /// <summary>Ends a line: which thread has stopped.</summary>
    /// <param name="line">Where it goes.</param>
    /// <param name="thread">Name of the thread, when it is a declared one.</param>
    /// <param name="tag">The thread's tag.</param>
    public static void DescribeEnd(
        ref TextBuffer line, scoped ReadOnlySpan<byte> thread, ulong tag)
    {
        bool isServer = (tag & DomainBuilder.ServerTag) != 0;
        line.Append((byte)' ');
        line.Append(isServer ? "server"u8 : thread.IsEmpty ? "main"u8 : thread);
        line.Append(" thread stopped; the others go on"u8);
        line.EndLine();
    }

    /// <summary>Whether a fault is the end after an exception that nobody caught.</summary>
    /// <param name="message">The fault message.</param>
    /// <returns>True when the program says so.</returns>
    public static bool IsUnhandled(in Message message) =>
        message.Words[FaultWord.Kind] == (ulong)FaultKind.Breakpoint
            && (message.Words[FaultWord.Syndrome] & SyndromeImmediateMask) == CheckUnhandled;

    private static ReadOnlySpan<byte> NameOf(FaultKind kind) => kind switch
    {
        FaultKind.DataAccess => "forbidden data access"u8,
        FaultKind.InstructionFetch => "forbidden instruction fetch"u8,
        FaultKind.UndefinedInstruction => "undefined instruction"u8,
        FaultKind.Alignment => "misaligned access or stack pointer"u8,
        FaultKind.Breakpoint => "failed check"u8,
        FaultKind.ExternalAbort => "external abort"u8,
        _ => "fault"u8,
    };

    // The start code puts the core library's reason into the immediate of the breakpoint.
    private static void DescribeCheck(ref TextBuffer line, ulong syndrome)
    {
        ulong immediate = syndrome & SyndromeImmediateMask;
        ReadOnlySpan<byte> words = immediate switch
        {
            CheckImmediate + 1 => "index out of range"u8,
            CheckImmediate + 2 => "division by zero"u8,
            CheckImmediate + 3 => "arithmetic overflow"u8,
            CheckImmediate + 4 => "null reference"u8,
            CheckImmediate + 5 => "argument out of range"u8,
            CheckImmediate + 6 => "empty nullable"u8,
            CheckImmediate + 7 => "stack overwritten"u8,
            CheckUnhandled => "unhandled exception"u8,
            CheckImmediate + 9 => "stack overflow while handling one"u8,
            _ => "breakpoint"u8,
        };
        line.Append(" ("u8);
        line.Append(words);
        line.Append((byte)')');
    }
}
