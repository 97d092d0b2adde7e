// SPDX-License-Identifier: MIT
namespace Bulkhead.Cli.Testing;

/// <summary>A console line, its tag taken off.</summary>
/// <param name="Tag">Name of the partition; empty when the line has no tag.</param>
/// <param name="Text">The rest.</param>
public readonly record struct TaggedLine(string Tag, string Text)
{
    /// <summary>Parts a line.</summary>
    /// <param name="line">The line as the console shows it.</param>
    /// <returns>Tag and text.</returns>
    public static TaggedLine Parse(string line)
    {
        int end = line.StartsWith('[') ? line.IndexOf("] ", StringComparison.Ordinal) : -1;
        return end < 0 ? new TaggedLine("", line) : new TaggedLine(line[1..end], line[(end + 2)..]);
    }
}
