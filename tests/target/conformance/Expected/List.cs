// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_list =
    [
        // list.add
        "39",
        // list.capacity
        "8",
        // list.initial
        "1,2",
        // list.addrange
        "5,3,8,1,9,2,7,7",
        // list.addrange-self
        "1,2,1,2",
        // list.insert
        "5,3,77,8,1,9,2",
        // list.insertrange
        "5,0,0,3,8,1,9,2",
        // list.insert-bad
        "! Index must be within the bounds of the List. (Parameter 'i"
            + "ndex')",
        // list.remove
        "True False 5,3,1,9,2",
        // list.removeat
        "3,8,1,9,2",
        // list.removeat-bad
        "! Index was out of range. Must be non-negative and less than"
            + " the size of the collection. (Parameter 'index')",
        // list.removerange
        "5,9,2",
        // list.removeall
        "3 3,1,2",
        // list.indexof
        "2 -1",
        // list.contains
        "True",
        // list.sort
        "1,2,3,5,8,9",
        // list.sort-comparison
        "9,8,5,3,2,1",
        // list.sort-strings
        "a,b,c",
        // list.reverse
        "2,9,1,8,3,5",
        // list.binarysearch
        "2 -3",
        // list.find
        "8 9 0",
        // list.findall
        "5,3,1,9",
        // list.findindex
        "3",
        // list.exists
        "True True",
        // list.convertall
        "n5,n3,n8,n1,n9,n2",
        // list.foreach
        "28",
        // list.getrange
        "3,8,1",
        // list.slice
        "8,1",
        // list.toarray
        "6",
        // list.copyto
        "0,5,3,8,1,9,2,0",
        // list.clear
        "0",
        // list.asreadonly
        "Collection is read-only.",
        // list.set
        "33",
        // list.set-bad
        "! Index was out of range. Must be non-negative and less than"
            + " the size of the collection. (Parameter 'index')",
        // list.capacity-bad
        "! capacity was less than the current size. (Parameter 'value"
            + "')",
        // list.modified
        "! Collection was modified; enumeration operation may not exe"
            + "cute.",
        // list.interface
        "1",
        // list.nongeneric
        "True 4",
        // list.of-structs
        "bTrue",
        // list.of-nullable
        "1 1,,3",
        // list.ensure
        "True",
    ];
}
