// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Bulkhead.Documentation;

/// <summary>
/// The public surface of assemblies as text: every type, member and constant, with sizes and
/// offsets. Two builds with the same text keep the same contract.
/// </summary>
public static class PublicSurface
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private const BindingFlags Stored =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    /// <summary>Writes the surface of assemblies.</summary>
    /// <param name="assemblies">The assemblies.</param>
    /// <returns>Their surface; types by name, members in a fixed order.</returns>
    public static string Of(params IReadOnlyList<Assembly> assemblies)
    {
        StringBuilder text = new();
        IEnumerable<Type> types = assemblies
            .SelectMany(assembly => assembly.GetTypes()).Where(IsVisible)
            .OrderBy(type => type.FullName, StringComparer.Ordinal);
        foreach (Type type in types)
        {
            if (text.Length > 0) text.Append('\n');
            text.Append(Heading(type)).Append('\n');
            foreach (string line in type.IsEnum ? Values(type) : Lines(type))
            {
                text.Append("    ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>Whether programs outside an assembly see a type.</summary>
    /// <param name="type">The type.</param>
    /// <returns>Whether it and the types around it are public.</returns>
    public static bool IsVisible(Type type) => type.IsVisible;

    /// <summary>The values of an enumeration in order, as its own underlying type.</summary>
    /// <param name="type">An enumeration.</param>
    /// <returns>Name and value.</returns>
    public static IEnumerable<(FieldInfo Field, string Value)> EnumValues(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .OrderBy(field => Convert.ToUInt64(
                field.GetRawConstantValue(), CultureInfo.InvariantCulture))
            .Select(field => (field, Constant(type, field.GetRawConstantValue()!)));

    /// <summary>A constant as a reader expects it: bits and addresses in hexadecimal.</summary>
    /// <param name="owner">Type that declares it.</param>
    /// <param name="value">The value.</param>
    /// <returns>The text.</returns>
    public static string Constant(Type owner, object value)
    {
        if (value is string text) return $"\"{text}\"";
        bool isBits = owner.IsDefined(typeof(FlagsAttribute), false);
        ulong number = Convert.ToUInt64(value, CultureInfo.InvariantCulture);
        ulong decimalMax = value is ulong ? 0xffu : 0xffff;
        return isBits || number > decimalMax
            ? $"0x{number:x}" : number.ToString(CultureInfo.InvariantCulture);
    }

    private static string Heading(Type type)
    {
        string name = type.FullName!.Replace('+', '.');
        if (type.IsEnum) return $"enum {name} : {TypeNames.Of(Enum.GetUnderlyingType(type))}";
        if (!type.IsValueType) return $"{(type.IsAbstract ? "static " : "")}class {name}";
        string shape = TypeNames.ElementsOf(type) is (Type element, int count)
            ? $", {count} of {TypeNames.Of(element)}" : "";
        return $"struct {name}, {TypeLayout.SizeOf(type)} bytes{shape}";
    }

    private static IEnumerable<string> Values(Type type) =>
        EnumValues(type).Select(value => $"{value.Field.Name} = {value.Value}");

    private static IEnumerable<string> Lines(Type type)
    {
        IEnumerable<string> layout = type.IsValueType && TypeNames.ElementsOf(type) is null
            ? type.GetFields(Stored).Select(field => (Field: field, At: TypeLayout.OffsetOf(field)))
                .OrderBy(stored => stored.At).Select(stored =>
                    $"at {stored.At}: {TypeNames.OfField(stored.Field)} {stored.Field.Name}")
            : [];
        return layout.Concat(type.GetMembers(Members).Select(Member).OfType<string>()
            .Order(StringComparer.Ordinal));
    }

    private static string? Member(MemberInfo member) => member switch
    {
        FieldInfo { IsLiteral: true } field =>
            $"const {TypeNames.Of(field.FieldType)} {field.Name} = "
            + Constant(field.DeclaringType!, field.GetRawConstantValue()!),
        FieldInfo { IsStatic: true } field =>
            $"static {TypeNames.Of(field.FieldType)} {field.Name}",
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        PropertyInfo property =>
            $"{Static(property.GetMethod!)}{TypeNames.Of(property.PropertyType)} {property.Name}"
            + (property.SetMethod is { IsPublic: true } ? " { get; set; }" : " { get; }"),
        MethodInfo { IsSpecialName: false } method =>
            $"{Static(method)}{TypeNames.Of(method.ReturnType)} {method.Name}"
            + $"({Parameters(method)})",
        _ => null,
    };

    private static string Static(MethodInfo method) => method.IsStatic ? "static " : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters()
        .Select(parameter => $"{TypeNames.Of(parameter.ParameterType)} {parameter.Name}"));
}
