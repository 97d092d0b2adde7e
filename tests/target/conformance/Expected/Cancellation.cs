// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_cancellation =
    [
        // cancel.none
        "False False",
        // cancel.flag
        "False True True",
        // cancel.canceled-token
        "True False",
        // cancel.throws
        "OperationCanceledException: The operation was canceled.",
        // cancel.exception-has-token
        "True",
        // cancel.callbacks-newest-first
        "second first ",
        // cancel.callback-too-late
        "at once",
        // cancel.callback-taken-back
        "two False",
        // cancel.callback-fails
        "AggregateException: One or more errors occurred. (two) (one)",
        // cancel.callback-fails-at-once
        "FormatException: one",
        // cancel.linked
        "False True False",
        // cancel.after
        "False True True",
        // cancel.after-in-constructor
        "OperationCanceledException: The operation was canceled.",
        // cancel.after-put-off
        "OperationCanceledException: The operation was canceled.",
        // cancel.after-negative
        "ArgumentOutOfRangeException: Specified argument was out of t"
            + "he range of valid values. (Parameter 'millisecondsDelay')",
        // cancel.reset
        "True False",
        // cancel.disposed
        "ObjectDisposedException: The CancellationTokenSource has bee"
            + "n disposed.",
        // cancel.ends-a-wait
        "OperationCanceledException: The operation was canceled.",
        // cancel.ends-a-semaphore
        "OperationCanceledException: The operation was canceled. 0",
        // cancel.not-needed
        "True False",
        // cancel.countdown
        "OperationCanceledException: The operation was canceled.",
        // cancel.loop
        "True True",
    ];
}
