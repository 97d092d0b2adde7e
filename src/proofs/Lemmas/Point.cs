// SPDX-License-Identifier: MIT
namespace Bulkhead.Proofs.Lemmas;

/// <summary>A value for each variable of a lemma.</summary>
/// <param name="values">Values by the variables' index.</param>
internal readonly ref struct Point(ReadOnlySpan<ulong> values)
{
    private readonly ReadOnlySpan<ulong> _values = values;

    /// <summary>The value of a variable.</summary>
    internal ulong this[BitVector variable] => _values[(int)variable.Immediate];

    /// <summary>The value of a variable of one bit.</summary>
    internal bool IsSet(BitVector variable) => this[variable] != 0;
}
