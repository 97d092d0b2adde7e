// SPDX-License-Identifier: MIT
namespace Bulkhead.Proofs.Expressions;

/// <summary>Numbers as words of an expression.</summary>
internal static class Words
{
    /// <summary>A fixed word.</summary>
    internal static BitVector Word(this int value, int width) =>
        BitVector.Constant((UInt128)value, width);

    /// <summary>A fixed word.</summary>
    internal static BitVector Word(this ulong value, int width) =>
        BitVector.Constant(value, width);
}
