// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_map =
    [
        // map.get
        "25",
        // map.missing
        "! The given key 'dan' was not present in the dictionary.",
        // map.set
        "30",
        // map.add-twice
        "! An item with the same key has already been added. Key: ann",
        // map.tryadd
        "False True",
        // map.tryget
        "41",
        // map.tryget-missing
        "False 0",
        // map.contains
        "True True",
        // map.remove
        "True False 2",
        // map.remove-out
        "41",
        // map.order
        "zoe,bob,cat",
        // map.values
        "30,25,41",
        // map.pairs
        "[ann, 30],[bob, 25],[cat, 41]",
        // map.null-key
        "! Value cannot be null. (Parameter 'key')",
        // map.many
        "500500",
        // map.churn
        "10 495,496,497,498,499,490,491,492,493,494",
        // map.clear
        "1",
        // map.ignoring-case
        "1",
        // map.struct-key
        "p",
        // map.object-key
        "6",
        // map.long-key
        "3",
        // map.char-key
        "2",
        // map.modified
        "! Collection was modified; enumeration operation may not exe"
            + "cute.",
        // map.remove-while
        "1",
        // map.copy
        "3",
        // map.interface
        "4",
        // map.readonly
        "-1",
        // map.keys-readonly
        "! Mutating a key collection derived from a dictionary is not"
            + " allowed.",
        // map.ensure
        "True",
        // set.add
        "False True 3",
        // set.contains
        "True",
        // set.remove
        "True False",
        // set.union
        "1,2,3",
        // set.intersect
        "2,3",
        // set.except
        "1,3",
        // set.symmetric
        "1,3",
        // set.subset
        "True False",
        // set.superset
        "True",
        // set.overlaps
        "True True",
        // set.comparer
        "1",
        // set.many
        "77",
        // set.removewhere
        "21,2",
        // set.reuse
        "1,9,3",
    ];
}
