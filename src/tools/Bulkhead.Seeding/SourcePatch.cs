// SPDX-License-Identifier: MIT
namespace Bulkhead.Seeding;

/// <summary>A change of one place in the kernel's source.</summary>
/// <param name="File">The file, from <c>src/kernel</c>.</param>
/// <param name="Before">Text that occurs exactly once in it.</param>
/// <param name="After">What takes its place.</param>
public sealed record SourcePatch(string File, string Before, string After)
{
    /// <summary>Changes a text.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="bug">Name of the bug, for the message.</param>
    /// <returns>The changed text.</returns>
    /// <exception cref="SeedingException">The text before does not occur exactly once.</exception>
    internal string Apply(string text, string bug)
    {
        int first = text.IndexOf(Before, StringComparison.Ordinal);
        if (first < 0)
        {
            throw new SeedingException(
                $"bug '{bug}': {File} does not contain '{Before}'; the kernel has changed");
        }
        if (text.IndexOf(Before, first + 1, StringComparison.Ordinal) >= 0)
        {
            throw new SeedingException($"bug '{bug}': {File} contains '{Before}' more than once");
        }
        return string.Concat(text.AsSpan(0, first), After, text.AsSpan(first + Before.Length));
    }
}
