// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_delegate =
    [
        // delegate.static
        "5",
        // delegate.lambda
        "20",
        // delegate.instance
        "21",
        // delegate.virtual
        "m3",
        // delegate.interface
        "2",
        // delegate.closure
        "10",
        // delegate.closure-loop
        "5",
        // delegate.shared-variable
        "9",
        // delegate.multicast
        "abc",
        // delegate.multicast-result
        "2",
        // delegate.remove
        "11",
        // delegate.remove-all
        "True",
        // delegate.invocation-list
        "2",
        // delegate.equals
        "True",
        // delegate.null-invoke
        "fine",
        // delegate.event
        "2/6",
        // delegate.event-remove
        "3",
        // delegate.generic
        "5.5",
        // delegate.compose
        "<5>",
        // delegate.recursion
        "3628800",
        // delegate.local-function
        "55",
        // delegate.comparison
        "3,2,1",
        // delegate.target
        "True",
        // delegate.static-lambda
        "81",
        // delegate.predicate
        "2",
    ];
}
