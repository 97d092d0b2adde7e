// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_query =
    [
        // query.where
        "5,8,9",
        // query.where-index
        "5,8,9",
        // query.select
        "4,3,5,4,3",
        // query.select-index
        "0pear,1fig,2apple,3kiwi,4fig",
        // query.selectmany
        "p,f,a,k,f",
        // query.syntax
        "2,4,6,10",
        // query.orderby
        "fig,fig,pear,kiwi,apple",
        // query.orderby-descending
        "9,8,5,3,2,1",
        // query.thenby
        "fig,fig,kiwi,pear,apple",
        // query.order
        "1,2,3,5,8,9",
        // query.reverse
        "2,9,1,8,3,5",
        // query.distinct
        "pear,fig,apple,kiwi",
        // query.distinctby
        "pear,fig,apple",
        // query.take
        "5,3|9,2",
        // query.takewhile
        "5,3,8|1,9,2",
        // query.takelast
        "9,2|5,3",
        // query.concat
        "5,3,8,1,9,2,7",
        // query.append
        "6,5,0",
        // query.union
        "5,3,8,1,9,2,100",
        // query.intersect
        "1,9",
        // query.except
        "5,3,8,2",
        // query.zip
        "(5, pear),(3, fig),(8, apple),(1, kiwi),(9, fig)",
        // query.zip-function
        "pear5,fig3,apple8,kiwi1,fig9",
        // query.chunk
        "4,2",
        // query.groupby
        "4:2,3:2,5:1",
        // query.lookup
        "fig,fig",
        // query.join
        "5apple,3fig,3fig",
        // query.todictionary
        "64",
        // query.tolist
        "4",
        // query.toarray
        "9",
        // query.tohashset
        "4",
        // query.first
        "13",
        // query.first-none
        "! Sequence contains no matching element",
        // query.first-empty
        "! Sequence contains no elements",
        // query.firstordefault
        "-1",
        // query.last
        "11",
        // query.single
        "8",
        // query.single-many
        "! Sequence contains more than one element",
        // query.elementat
        "8",
        // query.any
        "True False True",
        // query.count
        "9",
        // query.contains
        "True False",
        // query.sum
        "47",
        // query.sum-double
        "0.75",
        // query.average
        "4.666666666666667",
        // query.average-empty
        "! Sequence contains no elements",
        // query.min
        "4",
        // query.max
        "9 pear",
        // query.minby
        "figapple",
        // query.min-empty
        "! Sequence contains no elements",
        // query.aggregate
        "296",
        // query.aggregate-seed
        "pfakf",
        // query.range
        "3,4,5,6",
        // query.repeat
        "x,x,x",
        // query.oftype
        "1,2",
        // query.cast
        "1,2",
        // query.sequenceequal
        "True",
        // query.defaultifempty
        "4",
        // query.deferred
        "0",
        // query.chain
        "115",
        // query.index
        "0pear,1fig,2apple,3kiwi,4fig",
        // query.null
        "! Value cannot be null. (Parameter 'source')",
    ];
}
