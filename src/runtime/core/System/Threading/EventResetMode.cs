// SPDX-License-Identifier: MIT
namespace System.Threading;

/// <summary>Whether an event lets one waiter through or all of them.</summary>
public enum EventResetMode
{
    AutoReset = 0,
    ManualReset = 1,
}
