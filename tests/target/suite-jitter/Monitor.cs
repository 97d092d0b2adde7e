// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Jitter;

/// <summary>Answers exits of guests, faults of threads, and calls.</summary>
internal static class Monitor
{
    /// <summary>Label of a call whose words are text for the UART; attacks.S knows it, too.
    /// </summary>
    private const uint WriteText = 1;

    private const int GroupsWord = 5;

    // EL1 with its own stack pointer, all exceptions masked; MMU off (DDI 0487, D17.2.118).
    private const ulong Pstate = 0x3c5, SystemControl = 0x30d0_0800;

    /// <summary>First instruction of the next guest.</summary>
    internal static ulong Entry { get; set; }

    /// <summary>Serves a call.</summary>
    /// <param name="message">The message.</param>
    internal static void Serve(ref Message message)
    {
        ulong badge = message.Badge;
        if ((badge & Badge.KindMask) == Badge.Fault) message.Reply((ulong)ExitAction.Advance);
        if ((badge & Badge.KindMask) == Badge.Exit) Answer(ref message, (ExitKind)(byte)badge);
        if ((badge & Badge.KindMask) != Badge.Client || message.Label != WriteText) return;
        foreach (byte value in message.Bytes) Imports.Write(Places.UartAddress, value);
    }

    private static void Answer(ref Message message, ExitKind kind)
    {
        message.Reply((ulong)(kind switch
        {
            ExitKind.Startup => ExitAction.SetRegisters,
            ExitKind.Mmio => ExitAction.SetRegister | ExitAction.Advance,
            _ => ExitAction.Off,
        }));
        if (kind != ExitKind.Startup) return;
        for (int word = 0; word < GuestRegisters.Count; word++) Utcb.Words[word] = 0;
        Utcb.Words[GuestRegisters.X0] = Places.Counter;
        Utcb.Words[GuestRegisters.Pc] = Entry;
        Utcb.Words[GuestRegisters.Pstate] = Pstate;
        Utcb.Words[GuestRegisters.System] = SystemControl;
        message.Words[GroupsWord] = (ulong)RegisterGroups.All;
    }
}
