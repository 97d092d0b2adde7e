// SPDX-License-Identifier: MIT
namespace Bulkhead.Proofs.Expressions;

/// <summary>
/// A node of an expression. The same tree is printed as SMT-LIB (<see cref="SmtText"/>) and
/// evaluated (<see cref="Tape"/>), so what the solver proves is what is held against the code.
/// </summary>
internal abstract class Term
{
    /// <summary>Widest word.</summary>
    internal const int WidthMax = 128;

    private protected Term(Operation operation, int width, params Term[] operands)
    {
        if (width is < 0 or > WidthMax)
        {
            throw new ArgumentOutOfRangeException(nameof(width), width, "0 to 128 bits");
        }

        Operation = operation;
        Width = width;
        Operands = operands;
    }

    /// <summary>What the node does.</summary>
    internal Operation Operation { get; }

    /// <summary>Bits of a word; 0: a truth.</summary>
    internal int Width { get; }

    /// <summary>What it does it with.</summary>
    internal IReadOnlyList<Term> Operands { get; }

    /// <summary>The word of a <see cref="Operation.Constant"/>; the lowest bit of an
    /// <see cref="Operation.Extract"/>; the index of a <see cref="Operation.Variable"/>.</summary>
    internal UInt128 Immediate { get; private protected init; }

    /// <summary>Name in SMT-LIB; null: none of its own.</summary>
    internal string? Name { get; set; }
}
