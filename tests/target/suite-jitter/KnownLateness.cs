// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Jitter;

/// <summary>
/// The attacks that the kernel does not withstand yet: one of its hypercalls takes longer than the
/// limit, and nothing interrupts it. The others must keep the limit in every window.
/// </summary>
internal static class KnownLateness
{
    /// <summary>How late a window may be because of an attack.</summary>
    /// <param name="attack">The attack.</param>
    /// <returns>Instructions, somewhat above what was measured in 100,000 windows; 0 when the
    /// limit counts.</returns>
    internal static ulong Of(Attack attack) => attack switch
    {
        // A message of 512 words is copied at one go.
        Attack.Pages => 2_100,

        // Table and TLB maintenance, and at first a new table; only who may map can do it.
        Attack.Churn => 5_000,

        // Grows with what was derived: here 230 capabilities, as many as a partition has slots for.
        Attack.Tree => 25_000,

        // Grows with the pages, and whole windows pass unseen; only who may map can do it.
        Attack.LargeMap => 800_000,

        // 64 bytes to the UART; only the partition manager can do it.
        Attack.BootConsole => 2_800,
        _ => 0,
    };
}
