// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>Faults that become exceptions of the program: the thread goes on at its program's fault
/// entry, on its own time.</summary>
public static class FaultRedirection
{
    /// <summary>Whether a program may handle such a fault itself: accesses to memory. A breakpoint
    /// says that it has given up.</summary>
    /// <param name="kind">What the thread did.</param>
    /// <returns>True when it may.</returns>
    public static bool Covers(FaultKind kind) =>
        kind is FaultKind.DataAccess or FaultKind.InstructionFetch;

    /// <summary>Makes the reply.</summary>
    /// <param name="message">The fault; the reply afterwards.</param>
    /// <param name="entry">The program's fault entry.</param>
    public static void Reply(ref Message message, ulong entry)
    {
        ulong kind = message.Words[FaultWord.Kind];
        ulong address = message.Words[FaultWord.Address];
        ulong syndrome = message.Words[FaultWord.Syndrome];
        ulong place = message.Words[FaultWord.Place];
        message.Reply((ulong)ExitAction.Redirect);
        message.Words[1] = kind;
        message.Words[2] = address;
        message.Words[3] = place;
        message.Words[4] = syndrome;
        message.Words[FaultWord.Target] = entry;
    }
}
