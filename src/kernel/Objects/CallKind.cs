// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>Why an execution context called its partner, and so what the reply means.</summary>
public enum CallKind : byte
{
    /// <summary>It does not wait for a reply.</summary>
    None = 0,

    /// <summary>A portal call.</summary>
    Portal = 1,

    /// <summary>A virtual CPU's exit.</summary>
    Exit = 2,

    /// <summary>A thread's fault.</summary>
    Fault = 3,

    /// <summary>A portal call that ends when the thread's deadline passes.</summary>
    PortalUntil = 4,
}
