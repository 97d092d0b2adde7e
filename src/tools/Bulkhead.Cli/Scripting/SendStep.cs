// SPDX-License-Identifier: MIT
namespace Bulkhead.Cli.Scripting;

/// <summary>Types something.</summary>
/// <param name="Text">As the user wrote it.</param>
/// <param name="Bytes">What is sent.</param>
public sealed record SendStep(string Text, byte[] Bytes) : ScriptStep(Text)
{
    /// <summary>Reads a step.</summary>
    /// <param name="text">Text with escapes.</param>
    /// <returns>The step.</returns>
    /// <exception cref="FormatException">An escape is not known.</exception>
    public static SendStep Parse(string text) => new(text, EscapedText.Parse(text));

    /// <inheritdoc/>
    public override string ToString() => $"send `{Text}`";
}
