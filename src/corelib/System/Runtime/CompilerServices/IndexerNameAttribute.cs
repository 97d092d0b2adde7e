// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>The name of an indexer in metadata.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IndexerNameAttribute : Attribute
{
    /// <summary>Makes the attribute.</summary>
    /// <param name="indexerName">The name.</param>
    public IndexerNameAttribute(string indexerName) => Name = indexerName;

    /// <summary>The name.</summary>
    public string Name { get; }
}
