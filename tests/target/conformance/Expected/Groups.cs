// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static string[] Group(string name) => name switch
    {
        "Arithmetic" => s_arithmetic,
        "Array" => s_array,
        "Builder" => s_builder,
        "Cast" => s_cast,
        "Delegate" => s_delegate,
        "Exception" => s_exception,
        "FloatText" => s_floattext,
        "Flow" => s_flow,
        "Generic" => s_generic,
        "IntegerText" => s_integertext,
        "List" => s_list,
        "Map" => s_map,
        "Math" => s_math,
        "Name" => s_name,
        "Object" => s_object,
        "OtherCollection" => s_othercollection,
        "Parse" => s_parse,
        "Query" => s_query,
        "Span" => s_span,
        "String" => s_string,
        "Time" => s_time,
        "Value" => s_value,
        _ => [],
    };
}
