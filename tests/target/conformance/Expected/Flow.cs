// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_flow =
    [
        // iterator.yield
        "0,1,4,9,16",
        // iterator.empty
        "",
        // iterator.twice
        "014014",
        // iterator.break
        "55",
        // iterator.finally
        "afinally",
        // iterator.finally-end
        "abfinally",
        // iterator.nested
        "123",
        // iterator.manual
        "1",
        // foreach.pattern
        "4321",
        // foreach.string
        "294",
        // foreach.dictionary
        "a1b2",
        // foreach.interface
        "3",
        // using.order
        "body;inner;outer;",
        // using.declaration
        "body;2;1;",
        // using.exception
        "t;caught",
        // goto
        "5",
        // loop.do
        "-2",
        // loop.continue
        "25",
        // range.array
        "2,3,4",
        // range.string
        "elloh",
        // range.index
        "3",
        // range.bad
        "! length ('-1') must be a non-negative value. (Parameter 'le"
            + "ngth')\u000aActual value was -1.",
        // range.text
        "1..^2",
        // tuple.text
        "(1, two, 3.5)",
        // tuple.equals
        "True",
        // tuple.compare
        "True",
        // tuple.swap
        "21",
        // tuple.names
        "5x",
        // tuple.seven
        "(1, 2, 3, 4, 5, 6, 7)",
        // collection.spread
        "0123",
        // collection.list
        "2y",
    ];
}
