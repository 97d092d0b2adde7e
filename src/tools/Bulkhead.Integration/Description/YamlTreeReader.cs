// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Bulkhead.Integration.Description;

/// <summary>
/// Reads YAML into <see cref="DescriptionNode"/>s. Unlike an object mapper it keeps the place of
/// every value and goes on after a duplicate key, so that one run shows every error.
/// </summary>
public sealed class YamlTreeReader
{
    // A description nests four deep; the limit keeps hostile input from exhausting the stack.
    private const int DepthMax = 32;

    private readonly string _file;
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, DescriptionNode> _anchors = [];
    private readonly IParser _parser;
    private int _depth;

    private YamlTreeReader(string file, string text, DiagnosticBag diagnostics)
    {
        _file = file;
        _diagnostics = diagnostics;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>Reads one document.</summary>
    /// <param name="file">Path for messages.</param>
    /// <param name="text">The YAML text.</param>
    /// <param name="diagnostics">Receives syntax errors and duplicate keys.</param>
    /// <returns>The root node, or null when the text is not well-formed or empty.</returns>
    public static DescriptionNode? Read(string file, string text, DiagnosticBag diagnostics)
    {
        try
        {
            return new YamlTreeReader(file, text, diagnostics).ReadDocument();
        }
        catch (YamlException e)
        {
            diagnostics.Error(DiagnosticId.YamlSyntax, MarkOf(file, e.Start),
                $"this is not well-formed YAML: {Sentence(e)}",
                "check the indentation, the quotes and the brackets around here");
            return null;
        }
    }

    private DescriptionNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            _diagnostics.Error(DiagnosticId.EmptyValue, SourceMark.OfFile(_file),
                "the description is empty", "start with `board:` and `partitions:`");
            return null;
        }

        DescriptionNode root = ReadNode();
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out DocumentStart? second))
        {
            _diagnostics.Error(DiagnosticId.YamlSyntax, MarkOf(_file, second.Start),
                "a second document begins here", "keep one description in a file");
        }

        return root;
    }

    private DescriptionNode ReadNode()
    {
        ParsingEvent start = _parser.Consume<ParsingEvent>();
        if (start is AnchorAlias alias)
        {
            return Resolve(alias);
        }

        if (++_depth > DepthMax)
        {
            throw new YamlException(start.Start, start.End, $"nested deeper than {DepthMax}");
        }

        DescriptionNode node = start switch
        {
            Scalar scalar => new ScalarNode(
                MarkOf(_file, scalar.Start), scalar.Value, scalar.Style != ScalarStyle.Plain),
            SequenceStart sequence => ReadSequence(sequence),
            MappingStart mapping => ReadMapping(mapping),
            _ => throw new YamlException(start.Start, start.End, "unexpected structure"),
        };
        _depth--;
        if (start is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            _anchors[anchored.Anchor.Value] = node;
        }

        return node;
    }

    private DescriptionNode Resolve(AnchorAlias alias) =>
        _anchors.TryGetValue(alias.Value.Value, out DescriptionNode? node)
            ? node
            : throw new YamlException(alias.Start, alias.End, $"no anchor `{alias.Value}` above");

    private SequenceNode ReadSequence(SequenceStart start)
    {
        List<DescriptionNode> items = [];
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode());
        }

        return new SequenceNode(MarkOf(_file, start.Start), items);
    }

    private MappingNode ReadMapping(MappingStart start)
    {
        Dictionary<string, SourceMark> seen = [];
        List<MappingEntry> entries = [];
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            DescriptionNode key = ReadNode();
            DescriptionNode value = ReadNode();
            if (key is not ScalarNode scalar)
            {
                _diagnostics.Error(DiagnosticId.WrongKind, key.Mark,
                    $"a key must be a word, this is {key.KindName}", "write `key: value`");
            }
            else if (!seen.TryAdd(scalar.Text, scalar.Mark))
            {
                _diagnostics.Error(DiagnosticId.DuplicateKey, scalar.Mark,
                    $"`{scalar.Text}` is given twice, first in line {seen[scalar.Text].Line}",
                    "keep one of them");
            }
            else
            {
                entries.Add(new MappingEntry(scalar.Text, scalar.Mark, value));
            }
        }

        return new MappingNode(MarkOf(_file, start.Start), entries);
    }

    private static SourceMark MarkOf(string file, Mark mark) =>
        new(file, (int)mark.Line, (int)mark.Column);

    private static string Sentence(YamlException e) =>
        (e.InnerException?.Message ?? e.Message).TrimEnd('.', ' ', '\n');
}
