// SPDX-License-Identifier: MIT
using System.Text;
using System.Text.RegularExpressions;

namespace Bulkhead.Cli.Scripting;

/// <summary>
/// What a script has seen of the console and not yet used up. Every line begins with the tag
/// <c>[partition] </c>; a view of one partition sees its lines only, without the tag.
/// </summary>
/// <param name="partition">The partition, or null for everything with tags.</param>
public sealed class ConsoleView(string? partition)
{
    private const int RecentLinesMax = 15;

    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly TerminalLine _line = new();
    private readonly StringBuilder _pending = new();
    private readonly Queue<string> _recent = [];
    private int _usedCount;

    /// <summary>True once a line with a tag has begun: the console server is at work.</summary>
    public bool HasTaggedLine { get; private set; }

    /// <summary>The last lines that were seen, the unfinished one too.</summary>
    public IReadOnlyList<string> RecentLines =>
        [.. _recent, .. Seen(_line.Text) is { Length: > 0 } text ? new[] { text } : []];

    /// <summary>Takes bytes of the console.</summary>
    /// <param name="bytes">The bytes; characters may be split between calls.</param>
    public void Feed(ReadOnlySpan<byte> bytes)
    {
        Span<char> characters = new char[bytes.Length + 1];
        int count = _decoder.GetChars(bytes, characters, flush: false);
        foreach (char value in characters[..count])
        {
            if (_line.Feed(value))
            {
                EndLine();
            }
        }

        HasTaggedLine |= IsTagged(_line.Text);
    }

    /// <summary>Looks for a pattern and uses up everything to its end.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <returns>True when it was there.</returns>
    /// <exception cref="RegexMatchTimeoutException">The pattern takes unreasonably
    /// long.</exception>
    public bool TryTake(Regex pattern)
    {
        string text = _pending.ToString() + Seen(_line.Text);
        Match match = pattern.Match(text, Math.Min(_usedCount, text.Length));
        if (!match.Success)
        {
            return false;
        }

        // The line in which the match ended stays whole, so that ^ keeps its meaning.
        _usedCount = match.Index + match.Length;
        int wholeLines = _usedCount == 0 ? 0 : text.LastIndexOf('\n', _usedCount - 1) + 1;
        _pending.Remove(0, Math.Min(wholeLines, _pending.Length));
        _usedCount -= wholeLines;
        return true;
    }

    private void EndLine()
    {
        HasTaggedLine |= IsTagged(_line.Text);
        if (Seen(_line.Text) is string text)
        {
            _pending.Append(text).Append('\n');
            _recent.Enqueue(text);
            if (_recent.Count > RecentLinesMax)
            {
                _recent.Dequeue();
            }
        }

        _line.Clear();
    }

    // The line as the view's partition wrote it; null when it is another's.
    private string? Seen(string line)
    {
        if (partition is null)
        {
            return line;
        }

        string tag = $"[{partition}] ";
        return line.StartsWith(tag, StringComparison.Ordinal) ? line[tag.Length..]
            : line == tag.TrimEnd() ? "" : null;
    }

    private static bool IsTagged(string line) =>
        line.StartsWith('[') && line.Contains("] ", StringComparison.Ordinal);
}
