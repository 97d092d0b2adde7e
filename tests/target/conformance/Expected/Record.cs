// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_record =
    [
        // anonymous.text
        "{ A = 1, B = x, C =  }",
        // anonymous.equals
        "True",
        // anonymous.differs
        "False",
        // anonymous.other-type
        "False",
        // anonymous.hash
        "True",
        // anonymous.nested
        "{ Inner = { X = 1.5 }, Flag = True }",
        // anonymous.with
        "{ A = 1, B = z }",
        // anonymous.empty
        "{ }",
        // anonymous.key
        "2",
        // anonymous.group
        "{ Length = 1, Count = 2 };{ Length = 2, Count = 2 }",
        // anonymous.array
        "5",
        // with.derived
        "Dog { Name = Max, Legs = 4, Sound = wuff, Owner = Eve }",
        // with.through-base
        "Dog { Name = Max, Legs = 3, Sound = wuff, Owner =  } wuff Re"
            + "x",
        // with.init
        "Animal { Name = cat, Legs = 5, Sound = ... }",
        // with.nothing
        "True False",
        // with.own-copy
        "2 1",
        // with.generic
        "Box { Value = b }",
        // with.generic-derived
        "True b",
        // with.null
        "! Object reference not set to an instance of an object.",
        // record.equals-derived
        "True False",
        // record.hash-derived
        "True",
        // record.key
        "2",
        // record.text-nested
        "Box { Value = Dog { Name = a, Legs = 4, Sound = wuff, Owner "
            + "=  } }",
        // record.text-of-list
        "Box { Value =  }",
        // record.deconstruct-derived
        "ab",
        // with.struct
        "Place { Row = 1, Column = 2 } Place { Row = 1, Column = 9 }",
        // with.struct-generic
        "Named { Name = n, Value = w }",
        // with.tuple
        "(1, y)",
        // record.struct-key
        "p",
        // record.struct-hash
        "True",
        // record.struct-boxed-equals
        "True False",
    ];
}
