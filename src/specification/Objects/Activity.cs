// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Objects;

/// <summary>What an execution context does.</summary>
public enum Activity
{
    /// <summary>It runs when a scheduling context leads to it.</summary>
    Ready = 0,

    /// <summary>A server thread without a call.</summary>
    Idle = 1,

    /// <summary>It waits for a semaphore, its <see cref="ExecutionContext.Partner"/>.</summary>
    Waiting = 2,

    /// <summary>It waits for the reply of its <see cref="ExecutionContext.Partner"/>, a server
    /// that runs on its behalf.</summary>
    Calling = 3,

    /// <summary>It lends its time to its <see cref="ExecutionContext.Partner"/>, a busy server,
    /// and repeats its call once that is free.</summary>
    Helping = 4,

    /// <summary>A virtual CPU that waits for an interrupt.</summary>
    Halted = 5,

    /// <summary>A virtual CPU that is off.</summary>
    Off = 6,

    /// <summary>It never runs again.</summary>
    Stopped = 7,
}
