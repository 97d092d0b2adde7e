// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Objects;

/// <summary>What the answer to a call means to the caller.</summary>
public enum CallKind
{
    /// <summary>Nothing is asked.</summary>
    None = 0,

    /// <summary>A portal call: the reply is a message.</summary>
    Portal = 1,

    /// <summary>A virtual CPU's exit: the reply is an <see cref="ExitAction"/>.</summary>
    Exit = 2,

    /// <summary>A thread's fault: the reply is an <see cref="ExitAction"/>.</summary>
    Fault = 3,
}
