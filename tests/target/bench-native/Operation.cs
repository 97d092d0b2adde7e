// SPDX-License-Identifier: MIT
namespace Bulkhead.BenchNative;

/// <summary>What this partition measures.</summary>
internal enum Operation
{
    /// <summary>Reading the counter; taken off every figure.</summary>
    Nothing,

    /// <summary>The cheapest refused hypercall.</summary>
    Null,

    /// <summary>Semaphore up, nobody waits.</summary>
    SemaphoreUp,

    /// <summary>Semaphore down, a count is there.</summary>
    SemaphoreDown,

    /// <summary>Call and reply in one domain, one word.</summary>
    SameDomainWord,

    /// <summary>Call and reply to another domain, one word.</summary>
    OtherDomainWord,

    /// <summary>Call and reply to another domain, eight words.</summary>
    OtherDomainWords,

    /// <summary>Semaphore up to the first instruction of a waiter of higher priority.</summary>
    NotifyHigher,

    /// <summary>A raise that wakes a thread on another CPU.</summary>
    OtherCpu,
}
