// SPDX-License-Identifier: MIT
using System.Globalization;
using Bulkhead.Integration.Diagnostics;

namespace Bulkhead.Integration.Description;

/// <summary>
/// Reads one mapping against its section of the format: reports unknown and missing keys when it is
/// made, and wrong values when they are asked for. A refused value reads as absent, so that the
/// caller goes on and finds the other errors.
/// </summary>
public sealed class SectionReader
{
    private readonly DescriptionSection _section;
    private readonly MappingNode _mapping;

    /// <summary>Checks the keys of a mapping.</summary>
    /// <param name="section">What the mapping may contain.</param>
    /// <param name="node">What stands in the description; anything but a mapping is an
    /// error.</param>
    /// <param name="owner">What the mapping is, for messages: <c>partition `linux`</c>.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public SectionReader(
        DescriptionSection section, DescriptionNode node, string owner, DiagnosticBag diagnostics)
    {
        _section = section;
        Diagnostics = diagnostics;
        Mark = node.Mark;
        _mapping = node as MappingNode ?? new MappingNode(node.Mark, []);
        IsMapping = node is MappingNode;
        if (!IsMapping)
        {
            diagnostics.Error(DiagnosticId.WrongKind, node.Mark,
                $"{owner} must be a mapping, this is {node.KindName}",
                $"write keys such as {KeyNames(3)} below it");
            return;
        }

        ReportUnknownKeys(owner);
        ReportMissingKeys(owner);
    }

    /// <summary>Where the mapping begins.</summary>
    public SourceMark Mark { get; }

    /// <summary>
    /// False when something else than a mapping was found, which has been reported.
    /// </summary>
    public bool IsMapping { get; }

    /// <summary>Receives what is wrong.</summary>
    public DiagnosticBag Diagnostics { get; }

    /// <summary>Whether a key is there.</summary>
    /// <param name="key">A key of the section.</param>
    /// <returns>True when it is, whatever its value.</returns>
    public bool Has(string key) => _mapping.Find(key) is not null;

    /// <summary>Where a key's value stands, or the mapping when the key is not there.</summary>
    /// <param name="key">A key of the section.</param>
    /// <returns>The place.</returns>
    public SourceMark MarkOf(string key) => _mapping.Find(key)?.Mark ?? Mark;

    /// <summary>The node of a key that is a section, or a list, of its own.</summary>
    /// <param name="key">A key of the section.</param>
    /// <returns>The node, or null when the key is not there.</returns>
    public DescriptionNode? Node(string key) => _mapping.Find(key);

    /// <summary>A text.</summary>
    /// <param name="key">A key of the section.</param>
    /// <returns>The scalar, or null when absent or not a single value.</returns>
    public ScalarNode? Scalar(string key)
    {
        DescriptionNode? node = _mapping.Find(key);
        return node is null ? null : AsScalar(key, node);
    }

    /// <summary>A size in bytes.</summary>
    /// <param name="key">A key of the section.</param>
    /// <returns>The size, or null.</returns>
    public ulong? Size(string key) => Read(key, SizeText.TryParse, DiagnosticId.BadSize,
        "is not a size", "write a number with B, KiB, MiB or GiB, such as 256 MiB");

    /// <summary>A time in nanoseconds, above zero.</summary>
    /// <param name="key">A key of the section.</param>
    /// <returns>The time, or null.</returns>
    public ulong? Duration(string key)
    {
        ulong? value = Read(key, DurationText.TryParse, DiagnosticId.BadTime,
            "is not a time", "write a number with ns, us, ms or s, such as 200 us");
        if (value != 0)
        {
            return value;
        }

        Diagnostics.Error(DiagnosticId.BadTime, MarkOf(key), $"`{key}` is zero",
            "give a time above zero");
        return null;
    }

    /// <summary>A guest-physical address.</summary>
    /// <param name="key">A key of the section.</param>
    /// <returns>The address, or null.</returns>
    public ulong? Address(string key) => Read(key, NumberText.TryParse, DiagnosticId.BadAddress,
        "is not an address", "write it as 0x40080000");

    /// <summary>A whole number in the key's range.</summary>
    /// <param name="key">A key of the section.</param>
    /// <returns>The number, or null.</returns>
    public ulong? Number(string key)
    {
        ScalarNode? scalar = Scalar(key);
        return scalar is null ? null : Number(key, scalar);
    }

    /// <summary>A list of whole numbers in the key's range.</summary>
    /// <param name="key">A key of the section.</param>
    /// <returns>The numbers that are right and where they stand; others are reported.</returns>
    public IReadOnlyList<(ulong Value, SourceMark Mark)> NumberList(string key)
    {
        List<(ulong Value, SourceMark Mark)> numbers = [];
        foreach (ScalarNode item in List(key))
        {
            if (Number(key, item) is ulong value)
            {
                numbers.Add((value, item.Mark));
            }
        }

        return numbers;
    }

    private ulong? Number(string key, ScalarNode scalar)
    {
        DescriptionKey spec = _section[key];
        string range = string.Create(
            CultureInfo.InvariantCulture, $"{spec.Minimum} to {spec.Maximum}");
        if (!NumberText.TryParse(scalar.Text, out ulong value))
        {
            Diagnostics.Error(DiagnosticId.BadNumber, scalar.Mark,
                $"`{key}: {scalar.Text}` is not a whole number", $"write a number from {range}");
            return null;
        }

        if (value >= spec.Minimum && value <= spec.Maximum)
        {
            return value;
        }

        Diagnostics.Error(DiagnosticId.BadNumber, scalar.Mark,
            $"`{key}` is {value}, out of range", $"write a number from {range}");
        return null;
    }

    /// <summary>One of the key's words.</summary>
    /// <param name="key">A key of the section.</param>
    /// <param name="errorId">What to report another word as.</param>
    /// <returns>The word, or null.</returns>
    public string? Word(string key, string errorId = DiagnosticId.BadWord)
    {
        ScalarNode? scalar = Scalar(key);
        IReadOnlyList<string> words = _section[key].Words;
        if (scalar is null || words.Contains(scalar.Text))
        {
            return scalar?.Text;
        }

        string? guess = Spelling.Closest(scalar.Text, words);
        Diagnostics.Error(errorId, scalar.Mark, $"`{key}` cannot be `{scalar.Text}`",
            guess is null ? $"write {string.Join(" or ", words)}" : $"did you mean `{guess}`?");
        return null;
    }

    /// <summary>A list of the key's words.</summary>
    /// <param name="key">A key of the section.</param>
    /// <returns>The words that are right; others are reported.</returns>
    public IReadOnlyList<string> WordList(string key)
    {
        IReadOnlyList<string> words = _section[key].Words;
        List<string> found = [];
        foreach (ScalarNode item in List(key))
        {
            if (words.Contains(item.Text))
            {
                found.Add(item.Text);
                continue;
            }

            string? guess = Spelling.Closest(item.Text, words);
            Diagnostics.Error(DiagnosticId.BadWord, item.Mark,
                $"`{key}` cannot have `{item.Text}`",
                guess is null ? $"write {string.Join(" or ", words)}" : $"did you mean `{guess}`?");
        }

        return found;
    }

    /// <summary>A list of texts.</summary>
    /// <param name="key">A key of the section.</param>
    /// <returns>The items; empty when absent or wrong.</returns>
    public IReadOnlyList<ScalarNode> List(string key)
    {
        switch (_mapping.Find(key))
        {
            case null:
                return [];
            case SequenceNode sequence:
                return [.. sequence.Items.Select(item => AsScalar(key, item)).OfType<ScalarNode>()];
            case DescriptionNode other:
                Diagnostics.Error(DiagnosticId.WrongKind, other.Mark,
                    $"`{key}` must be a list, this is {other.KindName}",
                    $"write it as [ {_section[key].Example.Trim('[', ']', ' ')} ]");
                return [];
        }
    }

    private delegate bool Parse(string text, out ulong value);

    private ulong? Read(string key, Parse parse, string errorId, string what, string remedy)
    {
        ScalarNode? scalar = Scalar(key);
        if (scalar is null)
        {
            return null;
        }

        if (parse(scalar.Text, out ulong value))
        {
            return value;
        }

        Diagnostics.Error(errorId, scalar.Mark, $"`{key}: {scalar.Text}` {what}", remedy);
        return null;
    }

    private ScalarNode? AsScalar(string key, DescriptionNode node)
    {
        if (node is not ScalarNode scalar)
        {
            Diagnostics.Error(DiagnosticId.WrongKind, node.Mark,
                $"`{key}` must be a single value, this is {node.KindName}",
                $"write it as `{key}: {_section[key].Example}`");
            return null;
        }

        if (scalar.IsNull)
        {
            Diagnostics.Error(DiagnosticId.EmptyValue, node.Mark, $"`{key}` has no value",
                $"write it as `{key}: {_section[key].Example}`, or leave the key out");
            return null;
        }

        return scalar;
    }

    private void ReportUnknownKeys(string owner)
    {
        string[] known = [.. _section.Keys.Select(key => key.Name)];
        foreach (MappingEntry entry in _mapping.Entries.Where(e => !known.Contains(e.Key)))
        {
            string? guess = Spelling.Closest(entry.Key, known);
            Diagnostics.Error(DiagnosticId.UnknownKey, entry.KeyMark,
                $"{owner} has no key `{entry.Key}`",
                guess is null ? $"use one of {KeyNames(known.Length)}"
                    : $"did you mean `{guess}`?");
        }
    }

    private void ReportMissingKeys(string owner)
    {
        foreach (DescriptionKey key in _section.Keys.Where(key => key.IsRequired && !Has(key.Name)))
        {
            Diagnostics.Error(DiagnosticId.MissingKey, Mark, $"{owner} lacks `{key.Name}`",
                $"add `{key.Name}: {key.Example}`");
        }
    }

    private string KeyNames(int count) =>
        string.Join(", ", _section.Keys.Take(count).Select(key => $"`{key.Name}`"));
}
