// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>What an execution context is doing.</summary>
public enum ContextState : byte
{
    /// <summary>Off: stopped for good, or a virtual CPU that is not started.</summary>
    Off = 0,

    /// <summary>Can run.</summary>
    Ready = 1,

    /// <summary>A server waiting to be called.</summary>
    Idle = 2,

    /// <summary>Waiting for the reply of its partner.</summary>
    Calling = 3,

    /// <summary>Wants to call its busy partner and lends it its time until then.</summary>
    Helping = 4,

    /// <summary>Waiting on a semaphore.</summary>
    Waiting = 5,

    /// <summary>A virtual CPU waiting for an interrupt.</summary>
    Halted = 6,
}
