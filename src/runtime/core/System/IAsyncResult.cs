// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Named by every delegate type's BeginInvoke, which is not there.</summary>
public interface IAsyncResult
{
    object? AsyncState { get; }

    bool CompletedSynchronously { get; }

    bool IsCompleted { get; }
}
