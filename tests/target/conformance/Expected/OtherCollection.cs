// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_othercollection =
    [
        // queue.order
        "121",
        // queue.wrap
        "10,11,12,13,14,15,16,17,18,19",
        // queue.empty
        "! Queue empty.",
        // queue.try
        "False 0",
        // queue.contains
        "True",
        // queue.toarray
        "1,2,3",
        // queue.clear
        "0",
        // stack.order
        "211",
        // stack.walk
        "3,2,1",
        // stack.empty
        "! Stack empty.",
        // stack.try
        "False True",
        // stack.grow
        "98",
        // priority.order
        "abc",
        // priority.try
        "x0.5",
        // priority.many
        "100",
        // priority.empty
        "! Queue empty.",
        // sorted.dictionary
        "a,b",
        // sorted.list
        "a1",
        // sorted.set
        "1,2,3",
        // sorted.range
        "4,6",
        // sorted.minmax
        "10",
        // linked.order
        "1,2,3",
        // linked.remove
        "1,33",
        // pair.text
        "[k, 1]",
        // reference.comparer
        "True",
    ];
}
