// SPDX-License-Identifier: MIT
namespace Bulkhead.Proofs.Lemmas;

/// <summary>A statement about every number below a bound. A struct implements it, so that the loop
/// over the numbers is compiled together with it.</summary>
internal interface IEnumeratedCase
{
    /// <summary>Points of the domain: 0 to this - 1.</summary>
    static abstract ulong PointCount { get; }

    /// <summary>Whether the statement holds at a point.</summary>
    static abstract bool Holds(ulong point);

    /// <summary>A point in words: its parts in hex.</summary>
    static abstract string Describe(ulong point);
}
