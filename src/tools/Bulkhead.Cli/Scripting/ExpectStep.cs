// SPDX-License-Identifier: MIT
using System.Text.RegularExpressions;

namespace Bulkhead.Cli.Scripting;

/// <summary>Waits until something shows on the console.</summary>
/// <param name="Text">As the user wrote it.</param>
/// <param name="Pattern">What must show, in one or more lines.</param>
public sealed record ExpectStep(string Text, Regex Pattern) : ScriptStep(Text)
{
    private static readonly TimeSpan s_matchTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Reads a step.</summary>
    /// <param name="text">A .NET regular expression; <c>^</c> and <c>$</c> are ends of
    /// lines.</param>
    /// <returns>The step.</returns>
    /// <exception cref="FormatException">It is no regular expression.</exception>
    public static ExpectStep Parse(string text)
    {
        try
        {
            return new ExpectStep(text, new Regex(
                text, RegexOptions.Multiline | RegexOptions.CultureInvariant, s_matchTimeout));
        }
        catch (ArgumentException e)
        {
            throw new FormatException($"`{text}` is not a regular expression: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"expect `{Text}`";
}
