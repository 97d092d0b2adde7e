// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_array =
    [
        // array.sum
        "33",
        // array.words
        "two3",
        // array.grid
        "36",
        // array.grid-length
        "2x3 rank 2",
        // array.grid-walk
        "123456",
        // array.grid-bounds
        "! Index was outside the bounds of the array.",
        // array.grid-upper
        "2",
        // array.cube
        "31",
        // array.grid-of-references
        "text,5,True",
        // array.grid-of-another-type
        "! Attempted to access an element as a type incompatible with"
            + " the array.",
        // array.jagged
        "3",
        // array.bounds
        "! Index was outside the bounds of the array.",
        // array.negative
        "! Index was outside the bounds of the array.",
        // array.null
        "-1",
        // array.negative-size
        "! Arithmetic operation resulted in an overflow.",
        // array.copy
        "0,2,3,5",
        // array.copy-overlap
        "1,1,2,3,4",
        // array.copy-too-long
        "! Destination array was not long enough. Check the destinati"
            + "on index, length, and the array's lower bounds. (Parameter '"
            + "destinationArray')",
        // array.copy-types
        "one",
        // array.copy-cast
        "! Unable to cast object of type 'System.Int32' to type 'Syst"
            + "em.String'.",
        // array.clone
        "10",
        // array.resize
        "1,2,0,0",
        // array.reverse
        "3,2,1",
        // array.sort
        "1,3,5,7,9",
        // array.sort-strings
        "apple,fig,pear",
        // array.sort-many
        "2 515 996",
        // array.search
        "5 -5",
        // array.indexof
        "1",
        // array.find
        "zero",
        // array.exists
        "True",
        // array.clear
        "1,0,3",
        // array.fill
        "xxx",
        // array.convert
        "4,3,3",
        // array.enumerable
        "33",
        // array.list-interface
        "7",
        // array.list-add
        "! Collection was of a fixed size.",
        // array.readonly-list
        "one",
        // array.covariant-walk
        "10",
        // array.contains
        "True",
        // array.empty
        "0 True",
        // array.of-bool
        "False,True,False",
        // array.of-char
        "abc",
        // array.of-double
        "3.75",
        // array.getvalue
        "8",
        // array.blockcopy
        "5",
        // array.large
        "20003",
        // array.params
        "3",
        // array.segment
        "235",
    ];
}
