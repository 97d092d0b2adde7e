// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Code;

/// <summary>A list of symbol names; a star at an end stands for anything.</summary>
public sealed class NamePatterns
{
    private readonly IReadOnlyList<string> _patterns;

    /// <summary>Makes a list.</summary>
    /// <param name="patterns">Names, <c>prefix*</c>, <c>*suffix</c> or <c>*part*</c>.</param>
    public NamePatterns(IReadOnlyList<string> patterns) => _patterns = patterns;

    /// <summary>Whether the name is in the list.</summary>
    public bool Contains(string name) => _patterns.Any(pattern => IsMatch(pattern, name));

    private static bool IsMatch(string pattern, string name)
    {
        bool open = pattern.StartsWith('*');
        bool openEnd = pattern.EndsWith('*');
        string text = pattern.Trim('*');
        if (open && openEnd)
            return name.Contains(text, StringComparison.Ordinal);
        if (open)
            return name.EndsWith(text, StringComparison.Ordinal);
        return openEnd ? name.StartsWith(text, StringComparison.Ordinal) : name == text;
    }
}
