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
        "Checked" => s_checked,
        "Constructor" => s_constructor,
        "Delegate" => s_delegate,
        "Element" => s_element,
        "Event" => s_event,
        "Exception" => s_exception,
        "FloatText" => s_floattext,
        "Flow" => s_flow,
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
        "Record" => s_record,
        "Span" => s_span,
        "String" => s_string,
        "Thread" => s_thread,
        "ThreadStatic" => s_threadstatic,
        "Thunk" => s_thunk,
        "Time" => s_time,
        "Unbox" => s_unbox,
        "Value" => s_value,
        _ => [],
    };
}
