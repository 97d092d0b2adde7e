// SPDX-License-Identifier: MIT
namespace Bulkhead.Proofs.Lemmas;

/// <summary>Runs a function of the code at a point.</summary>
/// <param name="point">The point.</param>
/// <returns>Its result as a word.</returns>
internal delegate ulong SourceCode(Point point);

/// <summary>A function of the code beside its description.</summary>
/// <param name="Name">Type and member.</param>
/// <param name="Description">What it returns.</param>
/// <param name="Code">The function itself.</param>
internal sealed record SourceFunction(string Name, BitVector Description, SourceCode Code);
