// SPDX-License-Identifier: MIT
using System.Reflection;
using System.Xml.Linq;

namespace Bulkhead.Documentation;

/// <summary>The documentation comments of assemblies, from the files that the compiler writes
/// beside them.</summary>
public sealed class DocComments
{
    private readonly Dictionary<string, XElement> _members;

    private DocComments(IEnumerable<XDocument> documents)
    {
        _members = documents.SelectMany(document => document.Descendants("member"))
            .ToDictionary(member => member.Attribute("name")!.Value);
    }

    /// <summary>Reads the comments of assemblies.</summary>
    /// <param name="assemblies">The assemblies; the XML files lie beside them.</param>
    /// <returns>The comments.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static DocComments Of(params IReadOnlyList<Assembly> assemblies) =>
        new(assemblies.Select(assembly =>
            XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"))));

    /// <summary>Reads comments from text.</summary>
    /// <param name="xml">The content of a documentation file.</param>
    /// <returns>The comments.</returns>
    public static DocComments Parse(string xml) => new([XDocument.Parse(xml)]);

    /// <summary>The summary of a member.</summary>
    /// <param name="member">A type, field, property, method or constructor.</param>
    /// <returns>The element; null when there is none.</returns>
    public XElement? Summary(MemberInfo member) => Part(member, "summary");

    /// <summary>A part of a member's comment.</summary>
    /// <param name="member">The member.</param>
    /// <param name="name">Such as <c>remarks</c>.</param>
    /// <returns>The element; null when there is none.</returns>
    public XElement? Part(MemberInfo member, string name) =>
        _members.TryGetValue(IdOf(member), out XElement? comment) ? comment.Element(name) : null;

    /// <summary>The name under which the compiler files a member's comment.</summary>
    /// <param name="member">The member.</param>
    /// <returns>Such as <c>F:Bulkhead.Abi.Limits.PageBytes</c>.</returns>
    public static string IdOf(MemberInfo member)
    {
        string owner = member.DeclaringType is Type declaring ? FullName(declaring) + "." : "";
        return member switch
        {
            Type type => "T:" + FullName(type),
            FieldInfo => "F:" + owner + member.Name,
            PropertyInfo => "P:" + owner + member.Name,
            ConstructorInfo constructor => $"M:{owner}#ctor{Parameters(constructor)}",
            MethodInfo method => $"M:{owner}{method.Name}{Parameters(method)}",
            _ => owner + member.Name,
        };
    }

    private static string Parameters(MethodBase method)
    {
        string[] types =
            [.. method.GetParameters().Select(parameter => ParameterType(parameter.ParameterType))];
        return types.Length == 0 ? "" : $"({string.Join(',', types)})";
    }

    private static string ParameterType(Type type)
    {
        if (!type.IsGenericType) return FullName(type);
        string name = FullName(type.GetGenericTypeDefinition());
        name = name[..name.IndexOf('`', StringComparison.Ordinal)];
        return $"{name}{{{string.Join(',', type.GetGenericArguments().Select(ParameterType))}}}";
    }

    private static string FullName(Type type) => type.FullName!.Replace('+', '.').Replace('&', '@');
}
