// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Names;

/// <summary>A type as its assembly describes it.</summary>
/// <param name="Name">Its full name.</param>
internal sealed record NamedType(string Name)
{
    /// <summary>Names of its methods by what symbols make of them.</summary>
    internal Dictionary<string, string> Methods { get; } = [];

    /// <summary>Members of an enumeration by value, taken as unsigned; null: it is none.</summary>
    internal SortedDictionary<ulong, string>? Members { get; init; }

    /// <summary>Whether its static initialisers may run at any time before their first use: it has
    /// no explicit static constructor.</summary>
    internal bool IsInitialisedAnyTime { get; init; }

    /// <summary>Whether the enumeration's members are combined.</summary>
    internal bool IsFlags { get; init; }
}
