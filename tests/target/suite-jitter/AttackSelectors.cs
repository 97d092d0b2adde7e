// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Jitter;

/// <summary>Capabilities of native attackers, besides their own domain and the boot console;
/// attacks.S knows them, too.</summary>
internal static class AttackSelectors
{
    /// <summary>Memory to map.</summary>
    internal const uint Memory = 19;

    /// <summary>Portal to call.</summary>
    internal const uint Echo = 20;

    /// <summary>Raised by the interrupt.</summary>
    internal const uint Raised = 21;

    /// <summary>The interrupt.</summary>
    internal const uint Interrupt = 22;

    /// <summary>A semaphore that nobody else uses.</summary>
    internal const uint Polled = 23;
}
