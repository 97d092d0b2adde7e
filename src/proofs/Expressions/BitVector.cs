// SPDX-License-Identifier: MIT
namespace Bulkhead.Proofs.Expressions;

/// <summary>An expression whose value is a word of a fixed width. Arithmetic wraps.</summary>
internal sealed class BitVector : Term
{
    private BitVector(Operation operation, int width, params Term[] operands)
        : base(operation, width, operands)
    {
    }

    /// <summary>A fixed word.</summary>
    internal static BitVector Constant(UInt128 value, int width)
    {
        bool fits = width == WidthMax || value >> width == 0;
        return fits ? new(Operation.Constant, width) { Immediate = value }
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"beyond {width} bits");
    }

    /// <summary>A value that a lemma quantifies over.</summary>
    internal static BitVector Variable(string name, int width, int index) =>
        new(Operation.Variable, width) { Name = name, Immediate = (UInt128)index };

    /// <summary>One of two words.</summary>
    internal static BitVector Choose(Formula condition, BitVector whenTrue, BitVector whenFalse) =>
        new(Operation.Choose, Same(whenTrue, whenFalse), condition, whenTrue, whenFalse);

    /// <summary>Bits <paramref name="high"/> to <paramref name="low"/>.</summary>
    internal BitVector Extract(int high, int low) =>
        new(Operation.Extract, high < Width ? high - low + 1 : -1, this)
        {
            Immediate = (UInt128)low,
        };

    /// <summary>Whether a bit is set.</summary>
    internal Formula Bit(int index) => Extract(index, index).Is(1);

    /// <summary>This word above another.</summary>
    internal BitVector Join(BitVector below) =>
        new(Operation.Join, Width + below.Width, this, below);

    /// <summary>Wider, with zeros above.</summary>
    internal BitVector ZeroExtend(int width) =>
        width == Width ? this : new(Operation.ZeroExtend, width, this);

    /// <summary>Wider, with copies of the top bit above.</summary>
    internal BitVector SignExtend(int width) =>
        width == Width ? this : new(Operation.SignExtend, width, this);

    /// <summary>Whole part of the quotient; the divisor may not be zero in what the lemma
    /// assumes.</summary>
    internal BitVector Quotient(BitVector divisor) =>
        new(Operation.Quotient, Same(this, divisor), this, divisor);

    /// <summary>The greatest multiple of a step that is not above this; the step may not be zero in
    /// what the lemma assumes.</summary>
    internal BitVector RoundDown(BitVector step) =>
        new(Operation.RoundDown, Same(this, step), this, step);

    /// <summary>Shifted to the left, 0 from the width on.</summary>
    internal BitVector ShiftLeft(BitVector amount) =>
        new(Operation.ShiftLeft, Same(this, amount), this, amount);

    /// <summary>Shifted to the right, 0 from the width on.</summary>
    internal BitVector ShiftRight(BitVector amount) =>
        new(Operation.ShiftRight, Same(this, amount), this, amount);

    /// <summary>Equal.</summary>
    internal Formula Is(BitVector other) => Compare(Operation.Equal, this, other);

    /// <summary>Equal.</summary>
    internal Formula Is(ulong other) => Is(Constant(other, Width));

    /// <summary>Unsigned below.</summary>
    internal Formula IsBelow(BitVector other) => Compare(Operation.Below, this, other);

    /// <summary>Unsigned below.</summary>
    internal Formula IsBelow(ulong other) => IsBelow(Constant(other, Width));

    /// <summary>Unsigned at most.</summary>
    internal Formula IsAtMost(BitVector other) => Compare(Operation.AtMost, this, other);

    /// <summary>Unsigned at most.</summary>
    internal Formula IsAtMost(ulong other) => IsAtMost(Constant(other, Width));

    /// <summary>Below as two's complement.</summary>
    internal Formula IsSignedBelow(BitVector other) => Compare(Operation.SignedBelow, this, other);

    public static BitVector operator +(BitVector left, BitVector right) =>
        new(Operation.Add, Same(left, right), left, right);

    public static BitVector operator +(BitVector left, ulong right) =>
        left + Constant(right, left.Width);

    public static BitVector operator -(BitVector left, BitVector right) =>
        new(Operation.Subtract, Same(left, right), left, right);

    public static BitVector operator -(BitVector left, ulong right) =>
        left - Constant(right, left.Width);

    public static BitVector operator *(BitVector left, BitVector right) =>
        new(Operation.Multiply, Same(left, right), left, right);

    public static BitVector operator *(BitVector left, ulong right) =>
        left * Constant(right, left.Width);

    public static BitVector operator &(BitVector left, BitVector right) =>
        new(Operation.And, Same(left, right), left, right);

    public static BitVector operator &(BitVector left, ulong right) =>
        left & Constant(right, left.Width);

    public static BitVector operator |(BitVector left, BitVector right) =>
        new(Operation.Or, Same(left, right), left, right);

    public static BitVector operator |(BitVector left, ulong right) =>
        left | Constant(right, left.Width);

    public static BitVector operator ^(BitVector left, BitVector right) =>
        new(Operation.ExclusiveOr, Same(left, right), left, right);

    public static BitVector operator ~(BitVector operand) =>
        new(Operation.Complement, operand.Width, operand);

    public static BitVector operator <<(BitVector left, int amount) =>
        left.ShiftLeft(Constant((UInt128)amount, left.Width));

    public static BitVector operator >>(BitVector left, int amount) =>
        left.ShiftRight(Constant((UInt128)amount, left.Width));

    private static Formula Compare(Operation operation, BitVector left, BitVector right)
    {
        Same(left, right);
        return new(operation, left, right);
    }

    private static int Same(BitVector left, BitVector right) =>
        left.Width == right.Width ? left.Width
            : throw new ArgumentException($"{left.Width} bits meet {right.Width}");
}
