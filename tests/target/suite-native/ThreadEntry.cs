// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Native;

/// <summary>Entries of threads.S, in the order of its table.</summary>
public enum ThreadEntry : uint
{
    /// <summary>Runs the tests.</summary>
    Tester = 0,

    /// <summary>Takes turns by semaphores, with vectors.</summary>
    Partner = 1,

    /// <summary>Counts down, then shows its registers.</summary>
    Spinner = 2,

    /// <summary>Waits on a semaphore and tells when it woke.</summary>
    Waiter = 3,

    /// <summary>Executes the code page.</summary>
    Victim = 4,

    /// <summary>Recurses for ever.</summary>
    Recursion = 5,

    /// <summary>Calls a portal.</summary>
    Caller = 6,

    /// <summary>Server that shows its registers.</summary>
    BareServer = 7,

    /// <summary>Server that calls on.</summary>
    CallingServer = 8,

    /// <summary>Server that waits before it replies.</summary>
    WaitingServer = 9,

    /// <summary>Shows the registers that a thread begins with.</summary>
    Newborn = 10,

    /// <summary>Creates and revokes a semaphore, over and over.</summary>
    Builder = 11,
}
