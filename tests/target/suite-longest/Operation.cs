// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Longest;

/// <summary>What is measured, each with its most expensive arguments.</summary>
internal enum Operation : uint
{
    /// <summary>Nothing: what every figure holds.</summary>
    Nothing,

    /// <summary>Hypercalls that read or raise something.</summary>
    Short,

    /// <summary>The largest domain is made.</summary>
    CreateDomain,

    /// <summary>A full domain is destroyed.</summary>
    DestroyDomain,

    /// <summary>A thread is made where the pools are nearly full.</summary>
    CreateThread,

    /// <summary>It is destroyed.</summary>
    DestroyThread,

    /// <summary>A virtual CPU is made.</summary>
    CreateVcpu,

    /// <summary>One is destroyed that all interrupts lead to.</summary>
    DestroyVcpu,

    /// <summary>A thread is started among many.</summary>
    CreateScheduling,

    /// <summary>Its time is taken away.</summary>
    DestroyScheduling,

    /// <summary>A portal is made behind many.</summary>
    CreatePortal,

    /// <summary>A semaphore is made behind many.</summary>
    CreateSemaphore,

    /// <summary>A semaphore is destroyed that a crowd waits for.</summary>
    DestroyWaiters,

    /// <summary>A semaphore is destroyed that all interrupts lead to.</summary>
    DestroyLines,

    /// <summary>A segment is made behind many.</summary>
    CreateSegment,

    /// <summary>A capability is copied.</summary>
    Delegate,

    /// <summary>Many copies are taken back.</summary>
    RevokeWide,

    /// <summary>Copies of copies are taken back.</summary>
    RevokeDeep,

    /// <summary>Parts of parts of a segment are taken back.</summary>
    RevokeParts,

    /// <summary>256 pages are mapped.</summary>
    Map,

    /// <summary>They are unmapped.</summary>
    Unmap,

    /// <summary>An interrupt is led to a semaphore.</summary>
    BindInterrupt,

    /// <summary>An interrupt is led to a virtual CPU.</summary>
    BindToVcpu,

    /// <summary>A virtual CPU's interrupt is configured while all others are pending.</summary>
    Configure,

    /// <summary>A virtual CPU is recalled.</summary>
    Recall,

    /// <summary>The end of a chain of faults is stopped, with a helper for each link.</summary>
    StopChain,

    /// <summary>A server is stopped that a crowd waits for.</summary>
    StopServer,

    /// <summary>A chain of calls that a crowd pays for is woken and waits again.</summary>
    Chain,

    /// <summary>A crowd's deadlines pass at once.</summary>
    Deadlines,

    /// <summary>A crowd's budgets are renewed at once.</summary>
    Budgets,

    /// <summary>The deadlines of a crowd's calls pass at once.</summary>
    Calls,

    /// <summary>A page is sent.</summary>
    Page,

    /// <summary>64 bytes are written to the boot console.</summary>
    Console,

    /// <summary>A window is added.</summary>
    AddWindow,

    /// <summary>Windows begin, 32 in a frame.</summary>
    Windows,

    /// <summary>The schedule is switched, with a semaphore to raise.</summary>
    SwitchSchedule,

    /// <summary>The self check: no way through the kernel, but as long as none must be.</summary>
    Check,

    /// <summary>Number of operations.</summary>
    Count,
}
