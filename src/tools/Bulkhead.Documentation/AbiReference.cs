// SPDX-License-Identifier: MIT
using System.Reflection;
using System.Text;

namespace Bulkhead.Documentation;

/// <summary>The ABI reference: one page of Markdown out of assemblies and their comments.</summary>
public sealed class AbiReference
{
    private const string Introduction = """
        # ABI reference

        The contract between the kernel, native partitions and the host tool. This page is written
        from the documentation comments and layouts of `src/abi`, which the kernel is built with,
        and `src/abi-partitions`, of which it knows nothing; do not edit it. A test compares it
        with the code; `BULKHEAD_APPROVE=1 ./bulkhead test --only Repository` writes it anew.
        How the pieces work together is told in [architecture.md](architecture.md).

        """;

    private readonly DocComments _comments;
    private readonly CommentText _text;
    private readonly IReadOnlyList<Type> _types;
    private readonly StringBuilder _page = new();

    private AbiReference(IReadOnlyList<Type> types, DocComments comments)
    {
        _types = types;
        _comments = comments;
        _text = new CommentText(types.ToDictionary(
            type => type.FullName!.Replace('+', '.'), type => Anchor(type.Name)));
    }

    /// <summary>Writes the page.</summary>
    /// <param name="assemblies">The assemblies with the contract; the XML files lie beside
    /// them.</param>
    /// <returns>Markdown.</returns>
    public static string Of(IReadOnlyList<Assembly> assemblies) => Of(
        [
            .. assemblies.SelectMany(assembly => assembly.GetTypes())
                .Where(type => type is { IsVisible: true, IsNested: false }),
        ],
        DocComments.Of(assemblies));

    /// <summary>Writes the page.</summary>
    /// <param name="types">The types of the contract.</param>
    /// <param name="comments">Their comments.</param>
    /// <returns>Markdown.</returns>
    public static string Of(IReadOnlyList<Type> types, DocComments comments)
    {
        AbiReference reference = new(types, comments);
        reference.Write();
        return string.Join("\n\n", reference._page.ToString()
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(block => block.Trim('\n'))) + "\n";
    }

    private void Write()
    {
        _page.Append(Introduction).Append('\n');
        List<(Chapter Chapter, List<Type> Types)> chapters =
            [.. Assign().Where(chapter => chapter.Types.Count > 0)];
        foreach ((Chapter chapter, List<Type> types) in chapters)
        {
            string links = string.Join(
                ", ", types.Select(type => $"[{type.Name}](#{Anchor(type.Name)})"));
            _page.Append($"* [{chapter.Title}](#{Anchor(chapter.Title)}): {links}\n");
        }

        foreach ((Chapter chapter, List<Type> types) in chapters)
        {
            _page.Append($"\n## {chapter.Title}\n\n{chapter.Introduction}\n");
            types.ForEach(WriteType);
        }
    }

    private IEnumerable<(Chapter Chapter, List<Type> Types)> Assign()
    {
        HashSet<string> named = [.. Chapter.All.SelectMany(chapter => chapter.Types)];
        foreach (Chapter chapter in Chapter.All)
        {
            yield return (chapter, chapter.Types.Count == 0
                ? [.. _types.Where(type => !named.Contains(type.Name)).OrderBy(type => type.Name)]
                : [.. chapter.Types.SelectMany(name => _types.Where(type => type.Name == name))]);
        }
    }

    private void WriteType(Type type)
    {
        _page.Append($"\n### {type.Name}\n\n");
        Paragraph(_text.Paragraphs(_comments.Summary(type)));
        Paragraph(_text.Paragraphs(_comments.Part(type, "remarks")));
        if (type.IsEnum) WriteValues(type);
        else WriteMembers(type);
    }

    private void WriteValues(Type type)
    {
        string shape = type.IsDefined(typeof(FlagsAttribute), false) ? "Bits" : "Values";
        Table(
            $"{shape} of `{TypeNames.Of(Enum.GetUnderlyingType(type))}`:",
            "| value | name | meaning |",
            PublicSurface.EnumValues(type).Select(value =>
                $"| {value.Value} | `{value.Field.Name}` | {Meaning(value.Field)} |"));
    }

    private void WriteMembers(Type type)
    {
        const BindingFlags members =
            BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance
            | BindingFlags.DeclaredOnly;
        FieldInfo[] fields = type.GetFields(members);
        if (type.IsValueType)
        {
            Paragraph($"{TypeLayout.SizeOf(type)} bytes.");
            Table("", "| offset | type | field | meaning |",
                fields.Where(field => !field.IsStatic).OrderBy(TypeLayout.OffsetOf)
                    .Select(StoredField));
        }

        Table("", "| constant | value | meaning |", fields.Where(field => field.IsLiteral).Select(
            field => $"| `{field.Name}` | {ConstantOf(field)} | {Meaning(field)} |"));
        Table("", "| property | type | meaning |", type.GetProperties(members)
            .Where(property => property.GetIndexParameters().Length == 0).Select(property =>
                $"| `{property.Name}` | `{TypeNames.Of(property.PropertyType)}` "
                + $"| {Meaning(property)} |"));
        Table("", "| method | meaning |", type.GetMethods(members)
            .Where(method => !method.IsSpecialName && !IsInherited(method))
            .Select(method => $"| `{Signature(method)}` | {Meaning(method)} |"));
    }

    private string StoredField(FieldInfo field) =>
        $"| {TypeLayout.OffsetOf(field)} | `{TypeNames.OfField(field)}` | `{field.Name}` "
        + $"| {Meaning(field)} |";

    private string Meaning(MemberInfo member) => _text.Cell(_comments.Summary(member));

    private static string ConstantOf(FieldInfo field) =>
        PublicSurface.Constant(field.DeclaringType!, field.GetRawConstantValue()!);

    private static bool IsInherited(MethodInfo method) =>
        method.GetBaseDefinition().DeclaringType != method.DeclaringType;

    private static string Signature(MethodInfo method)
    {
        IEnumerable<string> parameters = method.GetParameters()
            .Select(parameter => $"{TypeNames.Of(parameter.ParameterType)} {parameter.Name}");
        return $"{TypeNames.Of(method.ReturnType)} {method.Name}({string.Join(", ", parameters)})";
    }

    private void Paragraph(string text)
    {
        if (text.Length > 0) _page.Append(text).Append("\n\n");
    }

    private void Table(string caption, string heading, IEnumerable<string> rows)
    {
        string[] lines = [.. rows];
        if (lines.Length == 0) return;
        Paragraph(caption);
        int columns = heading.Count(character => character == '|') - 1;
        _page.Append(heading).Append('\n')
            .Append('|').Append(string.Concat(Enumerable.Repeat("---|", columns))).Append('\n')
            .AppendJoin('\n', lines).Append("\n\n");
    }

    private static string Anchor(string title) =>
        title.ToLowerInvariant().Replace(' ', '-').Replace(".", "", StringComparison.Ordinal);
}
