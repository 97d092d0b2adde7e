// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_null =
    [
        // null.field
        "! Object reference not set to an instance of an object.",
        // null.field-of-64-bits
        "! Object reference not set to an instance of an object.",
        // null.field-reference
        "! Object reference not set to an instance of an object.",
        // null.field-chain
        "! Object reference not set to an instance of an object.",
        // null.store
        "! Object reference not set to an instance of an object.",
        // null.store-reference
        "! Object reference not set to an instance of an object.",
        // null.store-new
        "! Object reference not set to an instance of an object.",
        // null.store-null
        "! Object reference not set to an instance of an object.",
        // null.increment
        "! Object reference not set to an instance of an object.",
        // null.generic-field
        "! Object reference not set to an instance of an object.",
        // null.generic-struct
        "! Object reference not set to an instance of an object.",
        // null.generic-struct-store
        "! Object reference not set to an instance of an object.",
        // null.reference-to-field
        "! Object reference not set to an instance of an object.",
        // null.method
        "! Object reference not set to an instance of an object.",
        // null.virtual
        "! Object reference not set to an instance of an object.",
        // null.sealed
        "! Object reference not set to an instance of an object.",
        // null.interface
        "! Object reference not set to an instance of an object.",
        // null.delegate
        "! Object reference not set to an instance of an object.",
        // null.delegate-of-interface
        "! Object reference not set to an instance of an object.",
        // null.delegate-of-plain-method
        "! Delegate to an instance method cannot have null 'this'.",
        // null.event
        "! Object reference not set to an instance of an object.",
        // null.event-nobody
        "! Object reference not set to an instance of an object.",
        // null.indexer
        "! Object reference not set to an instance of an object.",
        // null.to-string
        "! Object reference not set to an instance of an object.",
        // null.hash
        "! Object reference not set to an instance of an object.",
        // null.equals
        "! Object reference not set to an instance of an object.",
        // null.type
        "! Object reference not set to an instance of an object.",
        // null.length
        "! Object reference not set to an instance of an object.",
        // null.element
        "! Object reference not set to an instance of an object.",
        // null.element-far
        "! Object reference not set to an instance of an object.",
        // null.element-store
        "! Object reference not set to an instance of an object.",
        // null.element-reference
        "! Object reference not set to an instance of an object.",
        // null.matrix
        "! Object reference not set to an instance of an object.",
        // null.jagged
        "! Object reference not set to an instance of an object.",
        // null.walk
        "! Object reference not set to an instance of an object.",
        // null.struct-element
        "! Object reference not set to an instance of an object.",
        // null.text-length
        "! Object reference not set to an instance of an object.",
        // null.text-character
        "! Object reference not set to an instance of an object.",
        // null.text-upper
        "! Object reference not set to an instance of an object.",
        // null.text-concat
        "text",
        // null.text-interpolated
        "<>",
        // null.builder
        "! Object reference not set to an instance of an object.",
        // null.list
        "! Object reference not set to an instance of an object.",
        // null.list-add
        "! Object reference not set to an instance of an object.",
        // null.map
        "! Object reference not set to an instance of an object.",
        // null.walk-list
        "! Object reference not set to an instance of an object.",
        // null.unbox
        "! Object reference not set to an instance of an object.",
        // null.unbox-struct
        "! Object reference not set to an instance of an object.",
        // null.throw
        "! Object reference not set to an instance of an object.",
        // null.exception
        "! Object reference not set to an instance of an object.",
        // null.caught-by-type
        "NullReferenceException",
        // null.caught-as-system
        "system",
        // null.filter
        "2",
        // null.in-filter
        "first",
        // null.in-finally
        "NullReferenceException",
        // null.in-catch
        "second",
        // null.finally-runs
        "try finally catch",
        // null.rethrown
        "NullReferenceException",
        // null.in-iterator
        "1 -1",
        // null.assignment-order
        "value null",
    ];
}
