// SPDX-License-Identifier: MIT
namespace Bulkhead.Proofs.Expressions;

/// <summary>An expression that is true or false.</summary>
internal sealed class Formula : Term
{
    internal Formula(Operation operation, params Term[] operands)
        : base(operation, 0, operands)
    {
    }

    /// <summary>Always true.</summary>
    internal static Formula True => new(Operation.True);

    /// <summary>Both hold.</summary>
    public static Formula operator &(Formula left, Formula right) =>
        new(Operation.Both, left, right);

    /// <summary>At least one holds.</summary>
    public static Formula operator |(Formula left, Formula right) =>
        new(Operation.Either, left, right);

    /// <summary>It does not hold.</summary>
    public static Formula operator !(Formula operand) => new(Operation.Negation, operand);

    /// <summary>The other holds whenever this one does.</summary>
    internal Formula Implies(Formula other) => !this | other;

    /// <summary>Both hold or neither.</summary>
    internal Formula Is(Formula other) => new(Operation.Equal, this, other);

    /// <summary>A word that depends on the truth.</summary>
    internal BitVector Choose(BitVector whenTrue, BitVector whenFalse) =>
        BitVector.Choose(this, whenTrue, whenFalse);

    /// <summary>1 or 0.</summary>
    internal BitVector ToWord(int width) =>
        Choose(BitVector.Constant(1, width), BitVector.Constant(0, width));
}
