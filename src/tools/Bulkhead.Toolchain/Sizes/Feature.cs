// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Sizes;

/// <summary>A feature of the language or the library whose size is measured.</summary>
/// <param name="Rank">Place in the table; 0 is the smallest program, which has none.</param>
/// <param name="Title">What it is.</param>
/// <param name="TypeName">Full name of the class that uses it.</param>
public sealed record Feature(int Rank, string Title, string TypeName)
{
    /// <summary>Name of the class, by which one is picked.</summary>
    public string Name => TypeName[(TypeName.LastIndexOf('.') + 1)..];
}
