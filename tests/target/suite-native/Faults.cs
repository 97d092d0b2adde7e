// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Native;

/// <summary>What the fault portal was told last, and how it answers.</summary>
internal static class Faults
{
    private static ulong s_count;
    private static ExitAction s_answer = ExitAction.Off;
    private static Registers s_last;
    private static ulong s_place;
    private static ulong s_next;

    /// <summary>Faults so far.</summary>
    internal static ulong Count => s_count;

    /// <summary>Kind of the last one.</summary>
    internal static FaultKind Kind => (FaultKind)s_last[0];

    /// <summary>Its address.</summary>
    internal static ulong Address => s_last[1];

    /// <summary>Its syndrome, ESR_EL2.</summary>
    internal static ulong Syndrome => s_last[2];

    /// <summary>Exception class of the syndrome.</summary>
    internal static ulong Class => (s_last[2] >> 26) & 0x3f;

    /// <summary>Where it was.</summary>
    internal static ulong Pc => s_last[3];

    /// <summary>Tag of the thread.</summary>
    internal static ulong Tag => s_last[4];

    /// <summary>Its stack pointer.</summary>
    internal static ulong StackPointer => s_last[5];

    /// <summary>How the next faults are answered.</summary>
    /// <param name="action">Off stops the thread, Advance steps over the instruction.</param>
    internal static void Answer(ExitAction action) => s_answer = action;

    /// <summary>First of the four words that a redirected thread gets: each is one above the one
    /// before.</summary>
    internal const ulong FirstWord = 0x77_0000;

    /// <summary>The next faults send the thread to another place.</summary>
    /// <param name="place">Its address.</param>
    internal static void Redirect(ulong place)
    {
        s_answer = ExitAction.Redirect;
        s_place = place;
        s_next = place;
    }

    /// <summary>The place for all faults but the next.</summary>
    /// <param name="place">Its address.</param>
    internal static void Then(ulong place) => s_next = place;

    /// <summary>Serves the fault portal.</summary>
    /// <param name="message">The fault; the answer afterwards.</param>
    internal static void Serve(ref Message message)
    {
        s_count++;
        for (int word = 0; word < Limits.InlineWords; word++) s_last[word] = message.Words[word];
        message.Reply((ulong)s_answer);
        for (uint word = 0; word < 4; word++) message.Words[1 + (int)word] = FirstWord + word;
        message.Words[5] = s_place;
        s_place = s_next;
    }
}
