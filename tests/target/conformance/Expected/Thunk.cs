// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_thunk =
    [
        // extension.call
        "word|word",
        // extension.arguments
        "word-3",
        // extension.null
        "|",
        // extension.target
        "word",
        // extension.equal
        "True",
        // extension.differs
        "False",
        // extension.multicast
        "n,n,m",
        // extension.generic
        "String2",
        // extension.shared
        "String2",
        // extension.large-result
        "(4, 1099511627776, word)",
        // extension.floating
        "12",
        // thunk.generic-method
        "shelf:String:v",
        // thunk.generic-method-of-value
        "shelf:Int32:4",
        // thunk.shared
        "shelf:String:text",
        // thunk.shared-object
        "shelf:Object:text",
        // thunk.shared-null
        "! Delegate to an instance method cannot have null 'this'.",
        // thunk.null
        "! Delegate to an instance method cannot have null 'this'.",
        // thunk.null-plain
        "! Delegate to an instance method cannot have null 'this'.",
        // thunk.makes-lists
        "1long",
        // thunk.target
        "True",
        // thunk.equal
        "True",
        // thunk.differs
        "False",
        // thunk.multicast
        "2shelf:String:z",
        // thunk.of-generic-type
        "o+p String Object",
        // thunk.of-generic-type-shared
        "a+word String String",
        // thunk.of-generic-type-value
        "1+2 Int32 Int64",
        // thunk.static-shared
        "Strings",
        // thunk.static-shared-inside
        "Objects",
        // thunk.lambda-shared
        "Stringword",
        // thunk.function-pointer-of-value
        "Int327",
    ];
}
