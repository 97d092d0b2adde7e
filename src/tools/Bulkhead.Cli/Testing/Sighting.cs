// SPDX-License-Identifier: MIT
using System.Text.RegularExpressions;
using Bulkhead.Cli.Scripting;

namespace Bulkhead.Cli.Testing;

/// <summary>
/// A test of the console as a whole: a line that must show at some time, or that never may.
/// </summary>
/// <param name="Name">Name of the test, without blanks.</param>
/// <param name="Pattern">What the line looks like, its tag included.</param>
/// <param name="IsWanted">True when it must show, false when it may not.</param>
public sealed record Sighting(string Name, Regex Pattern, bool IsWanted)
{
    /// <summary>Whether the line is shown to the user.</summary>
    public bool IsShown { get; init; }

    /// <summary>What the kernel says before it ends the machine for its own fault.</summary>
    public static Sighting Panic { get; } =
        Parse("no-kernel-panic bulkhead: (panic|kernel exception|language check)", false);

    /// <summary>Reads a sighting.</summary>
    /// <param name="text">A name, a blank and a .NET regular expression.</param>
    /// <param name="isWanted">Whether the line must show.</param>
    /// <returns>The sighting.</returns>
    /// <exception cref="FormatException">One of the two is missing or wrong.</exception>
    public static Sighting Parse(string text, bool isWanted)
    {
        int blank = text.IndexOf(' ', StringComparison.Ordinal);
        return blank > 0
            ? new Sighting(text[..blank], ExpectStep.Parse(text[(blank + 1)..]).Pattern, isWanted)
            : throw new FormatException($"`{text}` is not a name and a pattern");
    }
}
