// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Integration.Description;

/// <summary>The names that partitions, time partitions and schedules may have.</summary>
public static class NameText
{
    /// <summary>What a name must be, for remedies.</summary>
    public static string Rule { get; } =
        $"use 1 to {PartitionName.BytesMax} lower-case letters, digits, "
        + "dashes and underscores, a letter first";

    /// <summary>Whether a text is a name.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True when it is.</returns>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= PartitionName.BytesMax && char.IsAsciiLetterLower(text[0])
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_');
}
