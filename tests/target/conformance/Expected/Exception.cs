// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_exception =
    [
        // exception.uncaught-text
        "! message",
        // exception.catch
        "a",
        // exception.catch-order
        "own",
        // exception.not-caught-here
        "d1",
        // exception.finally
        "TFC",
        // exception.finally-normal
        "TtF",
        // exception.filter
        "one",
        // exception.filter-false
        "one",
        // exception.filter-order
        "WFC",
        // exception.filter-throws
        "h",
        // exception.rethrow
        "i",
        // exception.throw-expression
        "! required",
        // exception.return-in-finally-block
        "1",
        // exception.loop
        "34",
        // exception.continue
        "1025",
        // exception.deep
        "bottom",
        // exception.deep-finally
        "012345C",
        // exception.locals
        "xyz1012",
        // exception.registers
        "62.5",
        // exception.in-catch
        "from a",
        // exception.in-catch-sibling
        "outer",
        // exception.in-finally
        "second",
        // exception.caught-in-finally
        "inner a",
        // exception.caught-in-catch
        "ab",
        // exception.rethrow-after-inner
        "a",
        // exception.three-levels
        "123",
        // exception.in-iterator
        "iterator",
        // exception.in-lambda
        "x",
        // exception.in-constructor
        "built",
        // exception.through-interface
        "compared",
        // exception.through-sort
        "s",
        // exception.finally-order
        "1234",
        // fault.divide
        "! Attempted to divide by zero.",
        // fault.remainder
        "! Attempted to divide by zero.",
        // fault.divide-long
        "! Attempted to divide by zero.",
        // fault.divide-overflow
        "! Arithmetic operation resulted in an overflow.",
        // fault.checked-add
        "! Arithmetic operation resulted in an overflow.",
        // fault.checked-multiply
        "! Arithmetic operation resulted in an overflow.",
        // fault.checked-cast
        "! Arithmetic operation resulted in an overflow.",
        // fault.checked-negative
        "! Arithmetic operation resulted in an overflow.",
        // fault.index
        "! Index was outside the bounds of the array.",
        // fault.string-index
        "! Index was outside the bounds of the array.",
        // fault.span-index
        "! Index was outside the bounds of the array.",
        // fault.slice
        "! Specified argument was out of the range of valid values.",
        // fault.key
        "! The given key 'missing' was not present in the dictionary.",
        // fault.list
        "! Index was out of range. Must be non-negative and less than"
            + " the size of the collection. (Parameter 'index')",
        // fault.empty-queue
        "! Queue empty.",
        // fault.modified
        "! Collection was modified; enumeration operation may not exe"
            + "cute.",
        // fault.stackalloc
        "! Index was outside the bounds of the array.",
        // message.null-argument
        "! Value cannot be null. (Parameter 'name')",
        // message.argument
        "! bad (Parameter 'name')",
        // message.range
        "! Specified argument was out of the range of valid values. ("
            + "Parameter 'name')",
        // message.range-value
        "! too much (Parameter 'name')\u000aActual value was 5.",
        // message.null-reference
        "! Object reference not set to an instance of an object.",
        // message.not-supported
        "! Specified method is not supported.",
        // message.not-implemented
        "! The method or operation is not implemented.",
        // message.invalid
        "! Operation is not valid due to the current state of the obj"
            + "ect.",
        // message.timeout
        "! The operation has timed out.",
        // message.cancelled
        "! The operation was canceled.",
        // message.format
        "! One of the identified items was in an invalid format.",
        // message.own
        "! mine",
        // message.memory
        "! Insufficient memory to continue the execution of the progr"
            + "am.",
        // message.disposed
        "! Cannot access a disposed object.\u000aObject name: 'thing'"
            + ".",
        // message.throw-if-null
        "! Value cannot be null. (Parameter 'name')",
        // message.throw-if-negative
        "! count ('-3') must be a non-negative value. (Parameter 'cou"
            + "nt')\u000aActual value was -3.",
        // message.throw-if-greater
        "! count ('9') must be less than or equal to '5'. (Parameter "
            + "'count')\u000aActual value was 9.",
        // message.throw-if-empty
        "! The value cannot be an empty string. (Parameter 'name')",
        // text.plain
        "System.InvalidOperationException: message",
        // text.default
        "System.FormatException: One of the identified items was in a"
            + "n invalid format.",
        // text.base
        "System.Exception: Exception of type 'System.Exception' was t"
            + "hrown.",
        // text.empty
        "Bulkhead.Conformance.Language.ExceptionCases+SilentException",
        // text.nested-type
        "Bulkhead.Conformance.Language.ExceptionCases+OwnException: m"
            + "ine",
        // text.generic-type
        "Bulkhead.Conformance.Language.ExceptionCases+MarkedException"
            + "`1[System.Int32]: marked 5",
        // text.generic-of-text
        "Bulkhead.Conformance.Language.ExceptionCases+MarkedException"
            + "`1[System.String]: marked m",
        // text.generic-of-list
        "Bulkhead.Conformance.Language.ExceptionCases+MarkedException"
            + "`1[System.Collections.Generic.List`1[System.Collections.Gene"
            + "ric.Dictionary`2[System.Int32,System.String[]]]]: marked ",
        // text.parameter
        "System.ArgumentException: bad (Parameter 'name')",
        // text.range
        "System.ArgumentOutOfRangeException: much (Parameter 'name')\u000a"
            + "Actual value was 5.",
        // text.disposed
        "System.ObjectDisposedException: Cannot access a disposed obj"
            + "ect.\u000aObject name: 'thing'.",
        // text.inner
        "System.InvalidOperationException: outer\u000a ---> System.Fo"
            + "rmatException: inner\u000a   --- End of inner exception stac"
            + "k trace ---",
        // text.inner-twice
        "System.Exception: a\u000a ---> System.Exception: b\u000a ---"
            + "> System.Exception: c\u000a   --- End of inner exception sta"
            + "ck trace ---\u000a   --- End of inner exception stack trace "
            + "---",
        // text.inner-own
        "System.Exception: a\u000a ---> spoken\u000a   --- End of inn"
            + "er exception stack trace ---",
        // text.interpolated
        "[System.TimeoutException: late]",
        // text.aggregate
        "System.AggregateException: both (one) (two)\u000a ---> Syste"
            + "m.FormatException: one\u000a   --- End of inner exception st"
            + "ack trace ---\u000a ---> (Inner Exception #1) System.Timeout"
            + "Exception: two<---\u000a",
        // text.aggregate-message
        "One or more errors occurred. (one) (two)",
        // text.thrown-begins
        "Bulkhead.Conformance.Language.ExceptionCases+OwnException: a"
            + "True",
        // text.no-trace
        "True",
        // text.base-exception
        "c",
    ];
}
