// SPDX-License-Identifier: MIT
using System.Text.RegularExpressions;

namespace Bulkhead.Toolchain.Gates;

/// <summary>Lines of a source file that are neither blank nor comment.</summary>
/// <param name="Count">How many.</param>
/// <param name="HasUnsafe">Whether the word <c>unsafe</c> or a type pun stands in the code.</param>
public sealed partial record SourceLines(int Count, bool HasUnsafe)
{
    /// <summary>Counts C#.</summary>
    public static SourceLines OfCSharp(string text)
    {
        string[] code = Code(text);
        return new SourceLines(code.Length, code.Any(line => Unsafe().IsMatch(line)));
    }

    /// <summary>Counts assembly.</summary>
    public static SourceLines OfAssembly(string text) => new(Code(text).Length, false);

    private static string[] Code(string text) =>
        [.. Block().Replace(text, "").Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && !line.StartsWith("//"))];

    // A block comment goes away whole, its line ends too.
    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\bunsafe\b|\bUnsafe\.|\bMemoryMarshal\.")]
    private static partial Regex Unsafe();
}
