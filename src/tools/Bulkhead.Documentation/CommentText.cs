// SPDX-License-Identifier: MIT
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Bulkhead.Documentation;

/// <summary>Documentation comments as Markdown.</summary>
/// <param name="anchors">Types that the page has a heading for, by full name.</param>
public sealed partial class CommentText(IReadOnlyDictionary<string, string> anchors)
{
    /// <summary>Writes a comment as paragraphs; code blocks stay as they are.</summary>
    /// <param name="comment">The element; null for none.</param>
    /// <returns>Markdown.</returns>
    public string Paragraphs(XElement? comment)
    {
        if (comment is null) return "";
        List<string> parts = [""];
        foreach (XNode node in comment.Nodes())
        {
            if (node is XElement { Name.LocalName: "code" } code)
            {
                parts.Add(Block(code.Value));
                parts.Add("");
            }
            else
            {
                parts[^1] += Inline(node);
            }
        }

        return string.Join("\n\n", parts.Select(Squeeze).Where(part => part.Length > 0));
    }

    /// <summary>Writes a comment in one line, fit for a cell of a table.</summary>
    /// <param name="comment">The element; null for none.</param>
    /// <returns>Markdown.</returns>
    public string Cell(XElement? comment) => comment is null ? ""
        : Squeeze(string.Concat(comment.Nodes().Select(Inline)))
            .Replace("|", "\\|", StringComparison.Ordinal);

    private string Inline(XNode node) => node switch
    {
        XText text => text.Value.Replace("<", "&lt;", StringComparison.Ordinal),
        XElement { Name.LocalName: "see" } see => See(see),
        XElement { Name.LocalName: "paramref" } name => $"`{name.Attribute("name")!.Value}`",
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement other => string.Concat(other.Nodes().Select(Inline)),
        _ => "",
    };

    private string See(XElement see)
    {
        if (see.Attribute("cref")?.Value is not string target) return see.Value;
        string name = target[2..];
        int parameters = name.IndexOf('(', StringComparison.Ordinal);
        if (parameters >= 0) name = name[..parameters];
        if (target[0] == 'T') return Link(name, Last(name), Last(name));
        string owner = name[..name.LastIndexOf('.')];
        return Link(owner, Last(name), $"{Last(owner)}.{Last(name)}");
    }

    private string Link(string type, string plain, string linked) =>
        anchors.TryGetValue(type, out string? anchor) ? $"[`{linked}`](#{anchor})" : $"`{plain}`";

    private static string Last(string name) => name[(name.LastIndexOf('.') + 1)..];

    private static string Squeeze(string text) =>
        text.StartsWith("```", StringComparison.Ordinal)
            ? text : Blanks().Replace(text, " ").Trim();

    // The lines of a comment share an indentation that is not the drawing's.
    private static string Block(string code)
    {
        string[] lines = code.Trim('\r', '\n', ' ').Length == 0 ? [] : Lines(code);
        int indent = lines.Where(line => line.Trim().Length > 0)
            .Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        IEnumerable<string> shifted = lines.Select(
            line => line.Length >= indent ? line[indent..].TrimEnd() : "");
        return $"```text\n{string.Join('\n', shifted)}\n```";
    }

    private static string[] Lines(string code)
    {
        List<string> lines = [.. code.Split('\n')];
        while (lines[0].Trim().Length == 0) lines.RemoveAt(0);
        while (lines[^1].Trim().Length == 0) lines.RemoveAt(lines.Count - 1);
        return [.. lines];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
