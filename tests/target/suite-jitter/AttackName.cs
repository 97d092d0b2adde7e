// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.Suite.Jitter;

/// <summary>Names of attacks, as records have them.</summary>
internal static class AttackName
{
    /// <summary>Whether a guest does it.</summary>
    /// <param name="attack">The attack.</param>
    /// <returns>True for a guest, false for a native thread.</returns>
    internal static bool IsGuest(Attack attack) => attack >= Attack.GuestWait;

    /// <summary>Gives the name.</summary>
    /// <param name="attack">The attack.</param>
    /// <returns>Its name, without blanks.</returns>
    internal static ReadOnlySpan<byte> Of(Attack attack) => attack switch
    {
        Attack.Spin => "spin"u8,
        Attack.Wait => "wfi-wfe"u8,
        Attack.Hypercalls => "hypercall-storm"u8,
        Attack.Faults => "fault-storm"u8,
        Attack.Console => "console-flood"u8,
        Attack.Interrupts => "interrupt-storm"u8,
        Attack.Calls => "ipc-flood"u8,
        Attack.Pages => "ipc-flood-of-pages"u8,
        Attack.Churn => "map-unmap-churn"u8,
        Attack.Tree => "longest-revoke"u8,
        Attack.LargeMap => "map-of-1-mib"u8,
        Attack.BootConsole => "boot-console-flood"u8,
        Attack.Timers => "timer-flood"u8,
        Attack.GuestWait => "guest-wfi-wfe"u8,
        Attack.GuestTlbi => "tlbi-storm"u8,
        Attack.GuestMmio => "mmio-storm"u8,
        _ => "self-check"u8,
    };
}
