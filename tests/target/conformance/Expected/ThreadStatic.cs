// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_threadstatic =
    [
        // own.constructed-here
        "7 made 42",
        // own.constructed-elsewhere
        "0 True 42",
        // own.first-use-on-a-thread
        "constructed True True",
        // own.are-apart
        "100",
        // own.references
        "1 30",
        // own.failing-constructor
        "TypeInitializationException: The type initializer for 'Broke"
            + "n' threw an exception.",
        // own.failing-constructor-on-a-thread
        "TypeInitializationException: The type initializer for 'Broke"
            + "n' threw an exception.",
        // own.initialiser-runs-once
        "12 0",
        // own.generic
        "9Int32",
        // own.generic-shared
        "text 3",
        // own.generic-on-a-thread
        "nothing there here",
        // own.by-reference
        "4",
    ];
}
