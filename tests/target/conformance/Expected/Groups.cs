// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static string[] Group(string name) => name switch
    {
        "Arithmetic" => s_arithmetic,
        "Array" => s_array,
        "Builder" => s_builder,
        "Cancellation" => s_cancellation,
        "Cast" => s_cast,
        "Constructor" => s_constructor,
        "Convert" => s_convert,
        "Delegate" => s_delegate,
        "Enum" => s_enum,
        "Event" => s_event,
        "Exception" => s_exception,
        "FloatText" => s_floattext,
        "Flow" => s_flow,
        "Function" => s_function,
        "Generic" => s_generic,
        "IntegerText" => s_integertext,
        "Lazy" => s_lazy,
        "List" => s_list,
        "Lock" => s_lock,
        "Map" => s_map,
        "Math" => s_math,
        "Name" => s_name,
        "Null" => s_null,
        "Object" => s_object,
        "OtherCollection" => s_othercollection,
        "Parse" => s_parse,
        "Query" => s_query,
        "Span" => s_span,
        "String" => s_string,
        "Thread" => s_thread,
        "Time" => s_time,
        "Utf8" => s_utf8,
        "Value" => s_value,
        "Wide" => s_wide,
        _ => [],
    };
}
