// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Jitter;

/// <summary>What the time partition before the victim's window does.</summary>
public enum Attack : uint
{
    /// <summary>A loop.</summary>
    Spin = 0,

    /// <summary>WFE and WFI at EL0.</summary>
    Wait = 1,

    /// <summary>Hypercalls, right and wrong ones.</summary>
    Hypercalls = 2,

    /// <summary>Faults that are forgiven.</summary>
    Faults = 3,

    /// <summary>Text for the server that writes it to the UART.</summary>
    Console = 4,

    /// <summary>A device's line that is up again whenever it is opened.</summary>
    Interrupts = 5,

    /// <summary>Calls of another domain.</summary>
    Calls = 6,

    /// <summary>Calls that carry a page there and back.</summary>
    Pages = 7,

    /// <summary>A page mapped and unmapped.</summary>
    Churn = 8,

    /// <summary>A semaphore revoked with all that was derived from it.</summary>
    Tree = 9,

    /// <summary>256 pages mapped, and unmapped, in one hypercall each.</summary>
    LargeMap = 10,

    /// <summary>As much text as the boot console takes in one hypercall.</summary>
    BootConsole = 11,

    /// <summary>Threads whose deadlines pass when the window begins, or shortly before.</summary>
    Timers = 12,

    /// <summary>A guest in WFI and WFE, which its timer wakes.</summary>
    GuestWait = 13,

    /// <summary>A guest that invalidates its TLBs.</summary>
    GuestTlbi = 14,

    /// <summary>A guest whose accesses its monitor answers.</summary>
    GuestMmio = 15,

    /// <summary>Number of attacks.</summary>
    Count = 16,
}
