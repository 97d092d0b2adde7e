// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_element =
    [
        // element.ref
        "zero one! two",
        // element.ref-argument
        "zero one 2",
        // element.ref-covariant
        "! Attempted to access an element as a type incompatible with"
            + " the array.",
        // element.ref-covariant-interface
        "! Attempted to access an element as a type incompatible with"
            + " the array.",
        // element.ref-exact-object
        "b",
        // element.ref-bounds
        "! Index was outside the bounds of the array.",
        // element.ref-negative
        "! Index was outside the bounds of the array.",
        // element.ref-null
        "! Object reference not set to an instance of an object.",
        // element.ref-shared
        "one",
        // element.ref-shared-covariant
        "! Attempted to access an element as a type incompatible with"
            + " the array.",
        // element.readonly-covariant
        "two",
        // element.span-covariant
        "! Attempted to access an element as a type incompatible with"
            + " the array.",
        // element.read-only-span-covariant
        "one",
        // element.store-wrong
        "! Attempted to access an element as a type incompatible with"
            + " the array.",
        // element.store-null
        "stored",
        // grid.references
        "12016",
        // grid.references-are-null
        "True",
        // grid.walk
        "a,b,c,d,",
        // grid.ref
        "d?",
        // grid.ref-covariant
        "! Attempted to access an element as a type incompatible with"
            + " the array.",
        // grid.store-wrong
        "! Attempted to access an element as a type incompatible with"
            + " the array.",
        // grid.store-covariant
        "text",
        // grid.bounds-first
        "! Index was outside the bounds of the array.",
        // grid.bounds-second
        "! Index was outside the bounds of the array.",
        // grid.null
        "! Object reference not set to an instance of an object.",
        // grid.clone
        "a changed d",
        // grid.copy
        "c",
        // grid.clear
        "a,,,d",
        // grid.type
        "True",
        // grid.not-vector
        "False",
        // grid.cast-wrong
        "! Unable to cast object of type 'System.Object[,]' to type '"
            + "System.String[,]'.",
        // grid.structs
        "n7om0",
        // grid.structs-clone
        "True",
        // grid.structs-walk
        "c00c11c22c33",
        // grid.cube-of-references
        "deep8",
        // grid.of-arrays
        "11",
        // grid.empty
        "5",
        // grid.negative
        "! Arithmetic operation resulted in an overflow.",
        // grid.shared
        "d;4;",
    ];
}
