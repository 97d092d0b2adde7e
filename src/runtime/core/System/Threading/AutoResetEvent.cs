// SPDX-License-Identifier: MIT
namespace System.Threading;

/// <summary>An event that lets one waiter through for each time that it is set.</summary>
public sealed class AutoResetEvent(bool initialState)
    : EventWaitHandle(initialState, EventResetMode.AutoReset);
