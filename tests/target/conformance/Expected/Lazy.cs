// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_lazy =
    [
        // lazy.once
        "False made 1 made 1 True",
        // lazy.text
        "Value is not created. 5",
        // lazy.of-value
        "3",
        // lazy.keeps-failure
        "FormatException: time 1 FormatException: time 1",
        // lazy.publication-tries-again
        "FormatException: first 2",
        // lazy.asks-itself
        "InvalidOperationException: ValueFactory attempted to access "
            + "the Value property of this instance.",
        // lazy.of-two-threads
        "1 1 1",
        // lazy.initializer
        "mademade",
        // lazy.initializer-null
        "InvalidOperationException: ValueFactory returned null.",
        // lazy.initializer-locked
        "6 1 True False",
        // constructor.second-thread-waits
        "7 7",
        // constructor.two-threads-see-one-failure
        "The type initializer for 'SlowFailure' threw an exception. T"
            + "he input string 'slow' was not in a correct format. True",
        // constructor.circle
        "11 10",
        // local.each-its-own
        "6 5",
        // local.created
        "False made True",
        // local.default
        "0",
        // local.values
        "2 9",
        // local.values-not-tracked
        "InvalidOperationException: The ThreadLocal object is not tra"
            + "cking values. To use the Values property, use a ThreadLocal "
            + "constructor that accepts the trackAllValues parameter and se"
            + "t the parameter to true.",
        // local.disposed
        "True",
    ];
}
