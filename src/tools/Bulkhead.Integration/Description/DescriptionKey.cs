// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Description;

/// <summary>One key of the description format.</summary>
/// <param name="Name">The key as written.</param>
/// <param name="Kind">What its value looks like.</param>
/// <param name="Summary">What it says, for editors and messages: a sentence.</param>
/// <param name="Example">A value that is right.</param>
public sealed record DescriptionKey(string Name, ValueKind Kind, string Summary, string Example)
{
    /// <summary>True when the key must be given.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Smallest number.</summary>
    public ulong Minimum { get; init; }

    /// <summary>Largest number.</summary>
    public ulong Maximum { get; init; } = ulong.MaxValue;

    /// <summary>The words that are allowed, for <see cref="ValueKind.Word"/>.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The section that the value has, for the three section kinds.</summary>
    public string Section { get; init; } = "";

    /// <summary>
    /// What holds when the key is left out; empty when there is no single answer.
    /// </summary>
    public string Default { get; init; } = "";
}
