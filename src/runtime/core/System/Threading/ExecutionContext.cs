// SPDX-License-Identifier: MIT
namespace System.Threading;

/// <summary>What the framework's own classes hand from thread to thread; there is nothing to hand
/// on, as there are no asynchronous methods.</summary>
public sealed class ExecutionContext
{
    private ExecutionContext()
    {
    }

    public static ExecutionContext? Capture() => null;

    public static void Run(
        ExecutionContext executionContext, ContextCallback callback, object? state) =>
        callback(state);
}
