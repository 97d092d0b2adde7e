// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_object =
    [
        // object.virtual
        "square:9",
        // object.override
        "big square:4",
        // object.abstract
        "4",
        // object.hiding
        "7",
        // object.equals
        "False",
        // object.reference
        "True",
        // object.static-equals
        "True False",
        // interface.call
        "you!",
        // interface.explicit
        "you.",
        // interface.default
        "you!you!",
        // interface.default-override
        "only once: you.",
        // interface.many
        "0!0.0!1!1.1!2!2.2!",
        // interface.static
        "3",
        // record.text
        "Point { X = 1, Y = 2, Sum = 3 }",
        // record.derived
        "Point3 { X = 1, Y = 2, Sum = 3, Z = 3 }",
        // record.equals
        "True",
        // record.differs
        "False",
        // record.hash
        "True",
        // record.with
        "Point { X = 1, Y = 5, Sum = 6 }",
        // record.sum
        "6",
        // record.deconstruct
        "12",
        // record.struct
        "Pair { Left = l, Right = 2 }",
        // record.struct-equals
        "True",
        // static.lazy
        "16",
        // static.order
        "n5",
        // static.thread
        "3",
        // operator.increment
        "1",
        // operator.plus
        "5",
        // operator.implicit
        "True",
        // operator.explicit
        "c",
        // object.indexer
        "3",
        // object.array-of-shapes
        "14",
        // object.lock
        "twice",
        // object.type-equal
        "True",
        // object.initializer
        "7",
        // object.null-conditional
        "-1",
    ];
}
