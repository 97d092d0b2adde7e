// SPDX-License-Identifier: MIT
namespace System.Threading;

/// <summary>A place for a callback in a <see cref="CancellationTokenSource"/>'s list; used again
/// when it is free, with another id.</summary>
internal sealed class CallbackNode(CancellationTokenSource source)
{
    internal readonly CancellationTokenSource Source = source;
    internal CallbackNode? Next;
    internal CallbackNode? Previous;
    internal Action<object?>? Callback;
    internal object? State;

    /// <summary>Which registration it is; 0: none.</summary>
    internal long Id;
}
