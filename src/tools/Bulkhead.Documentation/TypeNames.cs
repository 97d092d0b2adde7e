// SPDX-License-Identifier: MIT
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Bulkhead.Documentation;

/// <summary>Names of types as C# writes them.</summary>
public static class TypeNames
{
    private static readonly Dictionary<Type, string> s_keywords = new()
    {
        [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short", [typeof(ushort)] = "ushort", [typeof(int)] = "int",
        [typeof(uint)] = "uint", [typeof(long)] = "long", [typeof(ulong)] = "ulong",
        [typeof(string)] = "string", [typeof(void)] = "void",
    };

    /// <summary>The name of a type: a keyword where C# has one, with the elements of inline arrays
    /// and the arguments of generic types.</summary>
    /// <param name="type">The type.</param>
    /// <returns>Its name, such as <c>ulong</c> or <c>WindowInfo[48]</c>.</returns>
    public static string Of(Type type)
    {
        if (s_keywords.TryGetValue(type, out string? keyword)) return keyword;
        if (type.IsByRef) return Of(type.GetElementType()!) + "&";
        if (!type.IsGenericType) return Plain(type);
        string name = type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)];
        return $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>";
    }

    /// <summary>The name of a field's type; an inline array that belongs to the field's own type is
    /// written as its elements.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The name.</returns>
    public static string OfField(FieldInfo field)
    {
        Type type = field.FieldType;
        return type.IsNested && ElementsOf(type) is (Type element, int count)
            ? $"{Of(element)}[{count}]"
            : Of(type);
    }

    /// <summary>What an inline array consists of.</summary>
    /// <param name="type">Any type.</param>
    /// <returns>Element and count; null when the type is no inline array.</returns>
    public static (Type Element, int Count)? ElementsOf(Type type)
    {
        var array = type.GetCustomAttribute<InlineArrayAttribute>();
        if (array is null) return null;
        const BindingFlags fields =
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        return (type.GetFields(fields).Single().FieldType, array.Length);
    }

    private static string Plain(Type type) =>
        type.IsNested ? $"{Plain(type.DeclaringType!)}.{type.Name}" : type.Name;
}
