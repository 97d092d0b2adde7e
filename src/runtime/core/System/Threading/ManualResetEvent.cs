// SPDX-License-Identifier: MIT
namespace System.Threading;

/// <summary>An event that lets everybody through until it is reset.</summary>
public sealed class ManualResetEvent(bool initialState)
    : EventWaitHandle(initialState, EventResetMode.ManualReset);
